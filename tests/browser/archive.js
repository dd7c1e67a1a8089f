// Workbooks made by hand: zip archives whose parts lie in them as they are, and compound files.

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});
const checksum = (bytes) => (bytes.reduce((sum, byte) => (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff], 0xffffffff) ^ 0xffffffff) >>> 0;

/** An archive of these parts: pairs of a name and a text. */
export function archive(parts) {
  const [files, list] = [[], []];
  let at = 0;
  for (const [name, text] of parts) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26); // what both headers say: version, flags, method, time, date, checksum, sizes, name
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x5a21, 8);
    about.writeUInt32LE(checksum(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(title.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), about, title, bytes]);
    list.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), about, rest, title);
    files.push(file);
    at += file.length;
  }
  const index = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, index, Buffer.from('PK\x05\x06'), end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const LINKS = 'http://schemas.openxmlformats.org';

/** Excel's workbook of one sheet: texts as texts, numbers as numbers. */
export function xlsx(rows, name = 'Ledger') {
  const column = (at) => String.fromCharCode(65 + at);
  const cell = (value, row, at) => (typeof value === 'number'
    ? `<c r="${column(at)}${row}"><v>${value}</v></c>`
    : `<c r="${column(at)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`);
  const lines = rows.map((row, at) => `<row r="${at + 1}">${row.map((value, place) => cell(value, at + 1, place)).join('')}</row>`);
  const relation = (id, kind, target) => `<Relationship Id="${id}" Type="${LINKS}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const relations = (...all) => `${XML}<Relationships xmlns="${LINKS}/package/2006/relationships">${all.join('')}</Relationships>`;
  const main = `xmlns="${LINKS}/spreadsheetml/2006/main"`;
  return archive([
    ['[Content_Types].xml', `${XML}<Types xmlns="${LINKS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`],
    ['_rels/.rels', relations(relation('r1', 'officeDocument', 'xl/workbook.xml'))],
    ['xl/workbook.xml', `${XML}<workbook ${main} xmlns:r="${LINKS}/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations(relation('r1', 'worksheet', 'worksheets/sheet1.xml'))],
    ['xl/worksheets/sheet1.xml', `${XML}<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`],
  ]);
}

/** LibreOffice's workbook of one sheet, or of several, by name. */
export function ods(sheets) {
  const cell = (value) => (typeof value === 'number'
    ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
    : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`);
  const row = (cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
  const table = ([name, rows]) => `<table:table table:name="${name}">${rows.map(row).join('')}</table:table>`;
  const tables = Object.entries(Array.isArray(sheets) ? { Ledger: sheets } : sheets).map(table).join('');
  const names = ['office', 'table', 'text'].map((each) => `xmlns:${each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`).join(' ');
  const type = 'application/vnd.oasis.opendocument.spreadsheet';
  return archive([
    ['mimetype', type],
    ['META-INF/manifest.xml', `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/></manifest:manifest>`],
    ['content.xml', `${XML}<office:document-content ${names}><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`],
  ]);
}

/** What Excel makes of a workbook with a password: a compound file with the encrypted package in it. */
export function locked() {
  const [SECTOR, END, FREE] = [512, 0xfffffffe, 0xffffffff];
  const words = (numbers) => Buffer.concat(numbers.map((number) => { const word = Buffer.alloc(4); word.writeUInt32LE(number >>> 0); return word; }));
  const entry = (name, kind, first, length) => {
    const line = Buffer.alloc(128, 0);
    Buffer.from(`${name}\0`, 'utf16le').copy(line);
    line.writeUInt16LE((name.length + 1) * 2, 64);
    line[66] = kind;
    line[67] = 1;
    line.fill(0xff, 68, 80);
    line.writeUInt32LE(first >>> 0, 116);
    line.writeUInt32LE(length, 120);
    return line;
  };
  // Sector 0 holds the directory, 1 the table of sectors, 2 to 9 the package.
  const directory = Buffer.concat([entry('Root Entry', 5, END, 0), entry('EncryptedPackage', 2, 2, 8 * SECTOR), Buffer.alloc(256)]);
  const table = words([END, 0xfffffffd, 3, 4, 5, 6, 7, 8, 9, END, ...Array(118).fill(FREE)]);
  const header = Buffer.alloc(76, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  [0x3e, 3, 0xfffe, 9, 6].forEach((word, at) => header.writeUInt16LE(word, 24 + at * 2));
  words([1, 0, 0, 4096, END, 0, END, 0]).copy(header, 44);
  return Buffer.concat([header, words([1, ...Array(108).fill(FREE)]), directory, table, Buffer.alloc(8 * SECTOR, 7)]);
}
