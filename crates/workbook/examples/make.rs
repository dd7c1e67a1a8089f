//! tmp
use rust_xlsxwriter::*;
fn main() {
    let mut book = Workbook::new();
    let f = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    for r in 0..400_000u32 {
        sheet.write(r, 0, format!("Customer {}", r % 20_000)).unwrap();
        sheet.write_with_format(r, 1, 45000 + r % 900, &f).unwrap();
        sheet.write(r, 2, f64::from(r % 77_777) / 100.0).unwrap();
        sheet.write(r, 3, "Enterprise").unwrap();
        sheet.write(r, 4, r % 17).unwrap();
    }
    book.save("/tmp/big.xlsx").unwrap();
}
