import {type Finding, finding} from '../findings.ts'
import {type Read, type SetAside, SourceError} from '../readers/reader.ts'

/** Holds the rows read and the lines set aside against the records each file's reader counted for itself. */
export async function reconcile(
  reads: Read[],
  rows: number,
): Promise<{findings: Finding[]; setAside: SetAside[]}> {
  const known = []
  for (const {columns, afterwards} of reads) {
    const after = await afterwards?.()
    if (!after) continue
    known.push(after)
    // Held against the file's own lines: a bad one must not hide among good ones.
    const {setAside, records} = after
    if (setAside.length * 2 > records && setAside[0])
      throw new SourceError(
        `${setAside.length} of ${records} lines of ${setAside[0].address} do not fit its header ` +
          `(${columns.length} columns: ${columns.join(', ')}). Is its delimiter declared right?`,
      )
  }
  const findings = known.flatMap(one => one.findings)
  const setAside = known.flatMap(one => one.setAside)
  const records = known.reduce((sum, one) => sum + one.records, 0)
  const missing = records - rows - setAside.length
  if (known.length > 0 && known.length === reads.length && missing !== 0)
    findings.push(finding('records_missing', {count: Math.abs(missing)}))
  return {findings, setAside}
}
