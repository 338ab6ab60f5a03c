import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'vite'
import {expect, test} from 'vitest'
import {withoutChecks} from './without-checks.ts'

const engine = dirname(fileURLToPath(import.meta.resolve('@cesium/engine')))
const entry = join(engine, 'Source/Core/Cartesian3.js')

async function bundled(plugins: ReturnType<typeof withoutChecks>[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {write: false, minify: false, lib: {entry, formats: ['es'], fileName: 'one'}},
  })
  const [{output}] = result as unknown as [{output: [{code: string}]}]
  return output[0].code
}

test('what is bundled reckons alike and has no checks of arguments', async () => {
  expect(await readFile(entry, 'utf8')).toContain("includeStart('debug'")
  const code = await bundled([withoutChecks()])
  expect(code).not.toContain('Check.typeOf.object("cartesian"')
  expect(await bundled([])).toContain('Check.typeOf.object("cartesian"')
  const {default: Cartesian3} = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    default: {cross(a: object, b: object, result: object): {x: number; y: number; z: number}}
  }
  expect(Cartesian3.cross({x: 1, y: 2, z: 3}, {x: 4, y: 5, z: 6}, {})).toMatchObject({x: -3, y: 6, z: -3})
})
