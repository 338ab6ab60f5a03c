import {spawn} from 'node:child_process'
import {mkdir, readdir, stat, writeFile} from 'node:fs/promises'
import {delimiter, join} from 'node:path'
import {localFrame} from '../src/tiles/local-frame.ts'
import {writeBuildingTiles} from '../src/tiles/write-building-tiles.ts'
import {pitched} from './houses.ts'

/** The other tiler takes a file a house, and its time. */
const count = 5000

/**
 * Makes tiles of the same houses by py3dtiles, where it is on the PATH, and by us, on one thread each, and says how they
 * compare. pg2b3dm reads from a database only and is named where it is there, but not run.
 */
export async function compareTilers(folder: string): Promise<string> {
  const others = await Promise.all(['py3dtiles', 'pg2b3dm'].map(findProgram))
  const [py3dtiles, pg2b3dm] = others
  const beside = pg2b3dm ? '; pg2b3dm wants a database and is not compared' : ''
  if (!py3dtiles) return `py3dtiles is not installed: nothing to compare with${beside}`

  const [input, theirs, ours] = ['input', 'py3dtiles', 'ours'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await mkdir(input, {recursive: true})
  const {toLocal} = localFrame([30.7, 46.5, 0])
  let number = 0
  for await (const {surfaces} of pitched(count)) {
    // It takes glTF's axes.
    const faces = surfaces.map(({rings}) =>
      rings.map(ring => ring.map(toLocal).map(([east, north, up]) => [east, up, -north])),
    )
    await writeFile(join(input, `${number++}.wkb`), multiPolygon(faces))
  }

  const theirSeconds = await timed(() => run(py3dtiles, ['export', '-d', input, '-s', theirs]))
  const ourSeconds = await timed(() => writeBuildingTiles(pitched(count), ours, {threads: 1}))
  const [theirBytes, ourBytes] = [await bytesIn(theirs), await bytesIn(ours)]
  return (
    `${count} houses by py3dtiles: ${(count / theirSeconds).toFixed(0)} a second, ${(theirBytes / count).toFixed(0)} bytes each, ` +
    `without their facts; by us ${(count / ourSeconds).toFixed(0)} a second, ${(ourBytes / count).toFixed(0)} bytes each: ` +
    `${(theirSeconds / ourSeconds).toFixed(1)} times the speed, ${(theirBytes / ourBytes).toFixed(1)} times smaller${beside}`
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function findProgram(name: string): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (await stat(path).catch(() => null)) return path
  }
  return null
}

function run(program: string, words: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {stdio: ['ignore', 'ignore', 'pipe']})
    let said = ''
    child.stderr.on('data', text => {
      said += text
    })
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve() : reject(new Error(`${program}: ${code}. ${said}`))))
  })
}

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, {recursive: true, withFileTypes: true})
  const sizes = await Promise.all(
    files.filter(file => file.isFile()).map(file => stat(join(file.parentPath, file.name))),
  )
  return sizes.reduce((sum, {size}) => sum + size, 0)
}

/** Well-known binary of faces with a third coordinate (ISO types 1006 and 1003), little-endian, rings closed. */
function multiPolygon(faces: number[][][][]): Buffer {
  const parts: Buffer[] = []
  const add = (type: number | null, number: number) => {
    const bytes = Buffer.alloc(type === null ? 4 : 9)
    if (type !== null) {
      bytes.writeUInt8(1, 0)
      bytes.writeUInt32LE(type, 1)
    }
    bytes.writeUInt32LE(number, bytes.length - 4)
    parts.push(bytes)
  }
  add(1006, faces.length)
  for (const rings of faces) {
    add(1003, rings.length)
    for (const ring of rings) {
      add(null, ring.length + 1)
      parts.push(Buffer.from(Float64Array.from([...ring, ring[0]!].flat()).buffer))
    }
  }
  return Buffer.concat(parts)
}
