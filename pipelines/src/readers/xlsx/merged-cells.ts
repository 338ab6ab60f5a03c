import {open} from 'node:fs/promises'

/** Cells that were made one, counted from 0. */
export type Merged = {firstRow: number; lastRow: number; firstColumn: number; lastColumn: number}

/** They come after all rows, near the end of a sheet's XML. */
const tailBytes = 8 * 2 ** 20

export async function mergedCells(path: string): Promise<Merged[]> {
  const file = await open(path)
  try {
    const {size} = await file.stat()
    const length = Math.min(size, tailBytes)
    const {buffer} = await file.read(Buffer.alloc(length), 0, length, size - length)
    const tail = buffer.toString('latin1')
    return [...tail.matchAll(/mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)].map(
      ([, firstColumn, firstRow, lastColumn, lastRow]) => ({
        firstRow: Number(firstRow) - 1,
        lastRow: Number(lastRow) - 1,
        firstColumn: columnNumber(firstColumn!),
        lastColumn: columnNumber(lastColumn!),
      }),
    )
  } finally {
    await file.close()
  }
}

/** A is 0, Z is 25, AA is 26. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}
