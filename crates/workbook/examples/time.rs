//! tmp
use std::time::Instant;
fn main() {
    for f in std::env::args().skip(1) {
        let b = std::fs::read(&f).unwrap();
        let t = Instant::now();
        let k = plimsoll_workbook::look(&b);
        let t1 = t.elapsed();
        let t = Instant::now();
        let s = plimsoll_workbook::sheets(&b);
        let t2 = t.elapsed();
        let t = Instant::now();
        let c = plimsoll_workbook::to_csv(&b, 0).map(|c| c.len());
        let t3 = t.elapsed();
        println!(
            "{f} {} bytes look {t1:?} {k:?} sheets {t2:?} csv {t3:?} {c:?} {:?}",
            b.len(),
            s.map(|s| s.len())
        );
    }
}
