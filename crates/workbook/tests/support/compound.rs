//! Compound files made by hand, of small sectors.

const SECTOR: usize = 512;
const END: u32 = 0xffff_fffe;
const FREE: u32 = u32::MAX;

/// A stream and its name.
pub(crate) struct Entry {
    name: String,
    bytes: Vec<u8>,
}

impl Entry {
    pub(crate) fn new(name: &str, bytes: &[u8]) -> Self {
        Self { name: name.to_owned(), bytes: bytes.to_vec() }
    }
}

/// A file of these streams. Each lies in sectors of its own, so short ones are filled up to where they may.
pub(crate) fn file(entries: &[Entry]) -> Vec<u8> {
    let (mut sectors, mut next): (Vec<u8>, Vec<u32>) = (Vec::new(), Vec::new());
    let mut put = |bytes: &[u8]| {
        let first = next.len() as u32;
        let count = bytes.len().div_ceil(SECTOR).max(1);
        sectors.extend(bytes);
        sectors.resize((first as usize + count) * SECTOR, 0);
        next.extend((1..count).map(|at| first + at as u32));
        next.push(END);
        first
    };
    let mut directory = line("Root Entry", 5, END, 0);
    for entry in entries {
        let mut bytes = entry.bytes.clone();
        bytes.resize(bytes.len().max(4_096), 0);
        let first = put(&bytes);
        directory.extend(line(&entry.name, 2, first, bytes.len() as u32));
    }
    let directory = put(&directory);
    let tables = (next.len() + 1).div_ceil(SECTOR / 4 - 1).max(1);
    let table = next.len() as u32;
    next.extend(std::iter::repeat_n(0xffff_fffd, tables));
    next.resize(tables * SECTOR / 4, FREE);
    sectors.extend(next.iter().flat_map(|number| number.to_le_bytes()));

    let mut header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    header.resize(24, 0);
    for word in [0x3e_u16, 3, 0xfffe, 9, 6] {
        header.extend(word.to_le_bytes());
    }
    header.resize(44, 0);
    for word in [tables as u32, directory, 0, 4_096, END, 0, END, 0] {
        header.extend(word.to_le_bytes());
    }
    header.extend((0..109).flat_map(|at| if at < tables as u32 { table + at } else { FREE }.to_le_bytes()));
    header.extend(sectors);
    header
}

fn line(name: &str, kind: u8, first: u32, length: u32) -> Vec<u8> {
    let mut line: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let name_length = line.len() as u16;
    line.resize(64, 0);
    line.extend(name_length.to_le_bytes());
    line.extend([kind, 1]);
    line.extend([0xff; 12]);
    line.resize(116, 0);
    line.extend(first.to_le_bytes());
    line.extend(length.to_le_bytes());
    line.resize(128, 0);
    line
}
