import {mkdir} from 'node:fs/promises'
import {acquireDataLock} from '@hromada/pipelines/command'
import {openWarehouse, type Warehouse} from '@hromada/warehouse'

/** Opens the warehouse for the one process that may write to the data folder, and closes it afterwards. */
export async function withWarehouse<T>(
  data: string,
  signal: AbortSignal,
  use: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  await mkdir(data, {recursive: true})
  const warehouse = await openWarehouse(data, signal)
  try {
    return await use(warehouse)
  } finally {
    await warehouse.close()
  }
}

/** Runs work as the data folder's only writer. */
export async function asOnlyWriter<T>(data: string, purpose: string, work: () => Promise<T>): Promise<T> {
  const release = await acquireDataLock(data, purpose)
  try {
    return await work()
  } finally {
    await release()
  }
}
