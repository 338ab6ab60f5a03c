import type {Table} from 'apache-arrow'

/** A table from the bytes of an Arrow stream. Arrow's own code, which is not small, is fetched when first needed. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const {tableFromIPC} = await import('apache-arrow')
  return tableFromIPC(bytes)
}
