import {SourceError} from '../reader.ts'

/**
 * The label that `TextDecoder` knows for what a .cpg file says: `UTF-8`, `1251`, `ANSI 1251`, `CP1251`, `ISO 88591`,
 * `866`, `65001`.
 */
export function codePageLabel(text: string, address: string): string {
  const name = text.trim().toLowerCase()
  const number = /(\d{3,5})/.exec(name)?.[1]
  const label =
    /utf-?8/.test(name) || number === '65001'
      ? 'utf-8'
      : /8859/.test(name)
        ? `iso-8859-${/8859[-_ ]?(\d+)/.exec(name)?.[1] ?? '1'}`
        : number === '866'
          ? 'ibm866'
          : number !== undefined && /^(125\d|874)$/.test(number)
            ? `windows-${number}`
            : name
  try {
    return new TextDecoder(label).encoding
  } catch {
    throw new SourceError(
      `${address} says "${text.trim()}", a code page that is not read. Declare it: format: {kind: 'shapefile', encoding: 'windows-1251'}.`,
    )
  }
}
