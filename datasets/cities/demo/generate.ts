import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {Text} from '../../src/index.ts'
import type {DemoOptions, Dirt, Thread} from './chapter.ts'
import {generatorFingerprint} from './generator-fingerprint.ts'
import {parseDay} from './tools/time/days.ts'
import type {Written} from './tools/write/out-file.ts'
import {generatedNote} from './tools/write/outbox.ts'
import {chapters} from './topics/index.ts'

/** What was generated, and from what: `manifest.json` beside the files. */
export type DemoManifest = {
  note: string
  options: DemoOptions
  /** Changes with the generator's code: other code may write other bytes. */
  generator: string
  /** By path. */
  files: Written[]
  /** Faults that are there on purpose. */
  dirt: Dirt[]
  /** What a careful reader can find. */
  truths: {id: string; chapter: string; title: Text; where: Text}[]
}

export type GenerateEffects = {
  signal: AbortSignal
  /** Called as files are finished. */
  onFile: (file: Written) => void
}

/** What a worker says. */
export type FromWorker = {file: Written} | {dirt: Dirt[]}

/**
 * Writes the demo city's source files into `folder`, which is replaced as a whole once everything is written: a
 * generation that fails or is aborted changes nothing. Two threads share the work.
 * @throws RangeError for options that are out of range
 */
export async function generateDemoCity(
  options: DemoOptions,
  folder: string,
  {signal, onFile}: GenerateEffects,
): Promise<DemoManifest> {
  checkOptions(options)
  signal.throwIfAborted()
  const scratch = join(dirname(folder), '.demo-being-made')
  await rm(scratch, {recursive: true, force: true})
  await mkdir(scratch, {recursive: true})
  const files: Written[] = []
  const dirt: Dirt[] = []
  const take = (said: FromWorker) => {
    if ('dirt' in said) return dirt.push(...said.dirt)
    files.push(said.file)
    onFile(said.file)
  }
  try {
    const stop = new AbortController()
    const either = AbortSignal.any([signal, stop.signal])
    const work = (['first', 'second'] as const).map(thread =>
      runWorker({options, folder: scratch, thread}, take, either),
    )
    // One that fails stops the other, and nothing is cleared away under one that still writes.
    await Promise.all(work).catch(async error => {
      stop.abort()
      await Promise.allSettled(work)
      throw error
    })
    const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
    const manifest: DemoManifest = {
      note: generatedNote,
      options,
      generator: await generatorFingerprint(),
      files: files.sort((a, b) => byText(a.path, b.path)),
      dirt: dirt.sort((a, b) => byText(a.file, b.file) || byText(a.fault.en, b.fault.en)),
      truths: chapters.flatMap(({id: chapter, truths}) => truths.map(truth => ({...truth, chapter}))),
    }
    await writeFile(join(scratch, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await rm(folder, {recursive: true, force: true})
    await rename(scratch, folder)
    return manifest
  } finally {
    await rm(scratch, {recursive: true, force: true})
  }
}

/** What a worker is started with. */
export type WorkerTask = {options: DemoOptions; folder: string; thread: Thread}

/**
 * Megabytes. What a thread holds does not grow with the scale, so neither may its heap: left to itself, garbage lies
 * about until the machine's memory is full.
 */
const heapLimits = {maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 32}

function runWorker(task: WorkerTask, take: (said: FromWorker) => void, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./generate-worker.ts', import.meta.url), {
    workerData: task,
    // Nothing of how this process was started: a script given on the command line is not the worker's.
    execArgv: [],
    resourceLimits: heapLimits,
  })
  return new Promise((done, failed) => {
    const end = () => void worker.terminate()
    signal.addEventListener('abort', end, {once: true})
    worker.on('message', take)
    worker.once('error', failed)
    worker.once('exit', code => {
      signal.removeEventListener('abort', end)
      if (signal.aborted) failed(signal.reason)
      else if (code === 0) done()
      else failed(new Error(`A thread of the generator ended with ${code}.`))
    })
  })
}

/** The scales that make sense: below, nothing is left; above, no disk is large enough. */
export const scaleRange = {from: 0.01, to: 1000} as const

function checkOptions({seed, scale, today}: DemoOptions): void {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`The seed is ${seed}; it is a whole number from 0.`)
  if (!(scale >= scaleRange.from && scale <= scaleRange.to))
    throw new RangeError(`The scale is ${scale}; it is a number from ${scaleRange.from} to ${scaleRange.to}.`)
  parseDay(today)
}
