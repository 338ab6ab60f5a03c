import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api'
import {temporaryFolder} from '../../../../../../.config/temporary-folder.ts'
import type {Chapter, Dirt, Scope} from '../../../chapter.ts'
import {makeScope} from '../../../scope.ts'
import type {Written} from '../../../tools/write/out-file.ts'
import {Outbox} from '../../../tools/write/outbox.ts'

/** What chapters wrote, to be asked with SQL: `from made('air/air-*')` is every row of these files, as text. */
export type MadeFiles = {
  folder: string
  scope: Scope
  files: Written[]
  dirt: Dirt[]
  ask: <T extends Record<string, unknown>>(sql: string) => Promise<T[]>
  /** How often the files say that they have a fault. */
  dirtOf: (file: string, fault: string) => number
}

export const testScope = (today = '2026-11-21', seed = 1): Scope => makeScope({seed, scale: 1, today})

/** Writes chapters into a folder that goes away after the tests. */
export async function madeFiles(chapters: Chapter[], scope = testScope()): Promise<MadeFiles> {
  const folder = temporaryFolder('sensors')
  const outbox = new Outbox(folder)
  const dirt = chapters.flatMap(chapter => chapter.write(scope, outbox).dirt)
  const files = outbox.finish()
  const duck = await DuckDBInstance.create()
  const connection: DuckDBConnection = await duck.connect()
  await connection.run(
    `set timezone = 'UTC'; create macro made(pattern) as table select * from read_csv('${folder}/' || pattern || '.demo.csv', all_varchar = true, header = true)`,
  )
  return {
    folder,
    scope,
    files,
    dirt,
    ask: async <T extends Record<string, unknown>>(sql: string) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS() as T[],
    dirtOf: (file, fault) => {
      const found = dirt.filter(one => one.file === file && one.fault.en === fault)
      if (found.length !== 1) throw new Error(`${file}: ${found.length} faults are called "${fault}".`)
      return found[0]!.count
    },
  }
}
