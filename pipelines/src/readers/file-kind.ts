import {open} from 'node:fs/promises'

const signatures: [kind: string, test: (head: Buffer) => boolean][] = [
  ['a Parquet file', head => head.subarray(0, 4).toString('latin1') === 'PAR1'],
  ['a gzip file', head => head[0] === 0x1f && head[1] === 0x8b],
  [
    'a zip archive (XLSX, GTFS and zipped shapefiles are such)',
    head => head.subarray(0, 4).toString('latin1') === 'PK\x03\x04',
  ],
  // Of either byte order, classic or BigTIFF.
  ['a TIFF image', head => /^(II[*+]\0|MM\0[*+])/.test(head.toString('latin1'))],
  ['an SQLite database', head => head.subarray(0, 16).toString('latin1') === 'SQLite format 3\0'],
  ['a PDF', head => head.subarray(0, 5).toString('latin1') === '%PDF-'],
  ['an old Excel file (XLS), or a locked one', head => head.subarray(0, 4).toString('hex') === 'd0cf11e0'],
  ['a RAR archive', head => head.subarray(0, 4).toString('latin1') === 'Rar!'],
  ['a 7z archive', head => head.subarray(0, 4).toString('hex') === '377abcaf'],
  [
    'a web page (HTML)',
    head => /^\s*(<!doctype html|<html)/i.test(head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')),
  ],
  ['an XML file', head => /^\s*<\?xml/i.test(head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))],
  ['JSON', head => /^\s*[[{]/.test(head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))],
]

/** What a file is by its first bytes, in words for a message; 'empty', or 'text' when nothing else fits. */
export async function fileKind(path: string): Promise<string> {
  const file = await open(path)
  try {
    const {bytesRead, buffer} = await file.read(Buffer.alloc(512), 0, 512, 0)
    if (bytesRead === 0) return 'empty'
    const head = buffer.subarray(0, bytesRead)
    return signatures.find(([, test]) => test(head))?.[0] ?? (head.includes(0) ? 'a binary file' : 'text')
  } finally {
    await file.close()
  }
}
