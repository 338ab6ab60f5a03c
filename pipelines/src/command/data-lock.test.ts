import {type ChildProcess, spawn} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {acquireDataLock} from './data-lock.ts'

const module = new URL('data-lock.ts', import.meta.url).href

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'hromada-lock-'))
  onTestFinished(() => rmSync(made, {recursive: true, force: true}))
  return made
}

/** A process of its own that takes the lock and keeps it until it is told or killed. */
function holder(data: string, purpose: string): ChildProcess {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import {acquireDataLock} from ${JSON.stringify(module)}
       try {
         const release = await acquireDataLock(${JSON.stringify(data)}, ${JSON.stringify(purpose)})
         console.log('held')
         process.stdin.on('data', async () => { await release(); process.exit(0) })
       } catch (error) { console.log(error.message); process.exit(1) }`,
    ],
    {stdio: ['pipe', 'pipe', 'inherit']},
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

const says = (child: ChildProcess) =>
  new Promise<string>(resolve => child.stdout!.once('data', data => resolve(String(data).trim())))
const ends = (child: ChildProcess) => new Promise(resolve => child.once('exit', resolve))

test('a second process is told who holds the folder, for what and since when; later it may have it', async () => {
  const data = join(folder(), 'deep/data')
  const first = holder(data, 'npm start')
  expect(await says(first)).toBe('held')
  const message = await acquireDataLock(data, 'npm run land').catch(error => error.message)
  expect(message).toMatch(
    /^The data folder .*\/deep\/data is in use: process \d+ \(npm start\) has been writing to it since \d\d:\d\d:\d\d \(0\.\d s\)\. Wait for it to end, stop it, or choose another folder with --data\./,
  )
  expect(message).toContain(`process ${first.pid} `)

  first.stdin!.write('release\n')
  await ends(first)
  const release = await acquireDataLock(data, 'npm run land')
  await expect(acquireDataLock(data, 'npm run land')).rejects.toThrow(`process ${process.pid} (npm run land)`)
  await release()
  await release()
  expect(readdirSync(data)).toEqual([])
})

test('the lock of a killed process is taken over, by one of all that try at once', async () => {
  const data = folder()
  const killed = holder(data, 'npm start')
  await says(killed)
  killed.kill('SIGKILL')
  await ends(killed)
  expect(existsSync(join(data, 'lock.json'))).toBe(true)

  const rivals = Array.from({length: 5}, (_, i) => holder(data, `rival ${i}`))
  const answers = await Promise.all(rivals.map(says))
  expect(answers.filter(answer => answer === 'held')).toHaveLength(1)
  const winner = rivals[answers.indexOf('held')]!
  for (const answer of answers)
    if (answer !== 'held') expect(answer).toContain(`is in use: process ${winner.pid} `)
  expect(readdirSync(data)).toEqual(['lock.json'])
})

test('a process that ends without giving the lock back leaves none behind', async () => {
  const data = folder()
  const child = holder(data, 'npm start')
  await says(child)
  const gone = ends(child)
  // The end of its input lets the process run out; only the exit handler is left to give the lock back.
  child.stdin!.end()
  await gone
  expect(readdirSync(data)).toEqual([])
})

test('a number used again by another process, and a lock cut short by a crash, are no holders', async () => {
  const data = folder()
  const file = join(data, 'lock.json')
  const release = await acquireDataLock(data, 'first')
  const mine = JSON.parse(readFileSync(file, 'utf8'))
  await release()

  writeFileSync(file, JSON.stringify({...mine, startedAt: 'long ago'}))
  await (await acquireDataLock(data, 'second'))()
  writeFileSync(file, '{"token": "abc')
  await (await acquireDataLock(data, 'third'))()
  expect(readdirSync(data)).toEqual([])
})

test('a holder on another machine lives as long as it touches its lock', async () => {
  const data = folder()
  const file = join(data, 'lock.json')
  const far = {
    token: 'far',
    pid: 1,
    startedAt: null,
    host: 'far-away',
    space: null,
    purpose: 'npm start',
    since: new Date(),
  }
  writeFileSync(file, JSON.stringify(far))
  await expect(acquireDataLock(data, 'here')).rejects.toThrow('process 1 on far-away (npm start)')
  const silent = new Date(Date.now() - 61_000)
  utimesSync(file, silent, silent)
  await (await acquireDataLock(data, 'here'))()
})

test('a folder that cannot be written is named, with what to do', async () => {
  const file = join(folder(), 'a-file')
  writeFileSync(file, '')
  const advice = 'Choose another with --data DIR or HROMADA_DATA, or change what is there.'
  await expect(acquireDataLock(file, 'x')).rejects.toThrow(
    `The data folder ${file} cannot be written: there is a file of that name. ${advice}`,
  )
  await expect(acquireDataLock(join(file, 'data'), 'x')).rejects.toThrow(
    `The data folder ${join(file, 'data')} cannot be written: a part of that path is a file. ${advice}`,
  )
})

test.skipIf(process.platform !== 'linux')('so is a place where the system permits nothing', async () => {
  await expect(acquireDataLock('/sys/hromada', 'x')).rejects.toThrow(
    'The data folder /sys/hromada cannot be written: ',
  )
})
