/** A row of a table of GTFS. */
export type Row = Record<string, string>

/** The tables of an archive whose entries are stored, by its central directory. */
export function storedEntries(archive: Buffer): ((name: string) => Row[]) & {text: (name: string) => string} {
  const found = new Map<string, string>()
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < archive.readUInt16LE(end + 10); index++) {
    const bytes = archive.readUInt32LE(at + 24)
    const nameBytes = archive.readUInt16LE(at + 28)
    const local = archive.readUInt32LE(at + 42)
    const from = local + 30 + archive.readUInt16LE(local + 26)
    found.set(
      archive.toString('ascii', at + 46, at + 46 + nameBytes),
      archive.toString('utf8', from, from + bytes),
    )
    at += 46 + nameBytes
  }
  const table = (name: string): Row[] => {
    const [header, ...rows] = found.get(name)!.trimEnd().split('\n').map(cells)
    return rows.map(row => Object.fromEntries(header!.map((key, index) => [key, row[index]!])))
  }
  return Object.assign(table, {text: (name: string) => found.get(name)!})
}

/** Cells of a line of CSV. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  )
}
