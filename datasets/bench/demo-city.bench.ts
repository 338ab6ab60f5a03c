import {spawnSync} from 'node:child_process'
import {mkdtemp, rm, statfs} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {generateDemoCity} from '../cities/demo/generate.ts'

/** Every scale is at most this much slower for an event than the one before; the ground, made once, is left out. */
const limits = {growth: 1.2, peakMegabytes: 1000, secondsAtOne: 25}
const today = '2026-11-21'
// What the largest scale writes; it is left out, and said so, where it has no room.
const largest = {scale: 100, gigabytes: 45}

/**
 * Generates the demo city at growing scales, each in a process of its own, and holds time and memory against the
 * scale before. Time must grow in step with the events and memory not at all.
 */
if (process.argv[2]) await worker(Number(process.argv[2]), process.argv[3]!)
else process.exitCode = await compare()

type Result = {seconds: number; records: number; megabytes: number; peakMegabytes: number}

async function compare(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-city-bench-'))
  const faults: string[] = []
  try {
    const {bavail, bsize} = await statfs(folder)
    const scales = [1, 10]
    if ((bavail * bsize) / 1e9 > largest.gigabytes) scales.push(largest.scale)
    else
      console.log(`scale ${largest.scale} is left out: it needs ${largest.gigabytes} GB free in ${tmpdir()}`)
    let before: (Result & {scale: number}) | null = null
    let slope: number | null = null
    for (const scale of scales) {
      const run = spawnSync(process.execPath, [import.meta.filename, String(scale), join(folder, 'demo')], {
        encoding: 'utf8',
      })
      if (run.status !== 0) throw new Error(run.stderr)
      const result = JSON.parse(run.stdout) as Result
      console.log(
        `scale ${String(scale).padStart(3)}  ${String(result.records).padStart(10)} records  ${result.megabytes.toFixed(0).padStart(6)} MB  ` +
          `${result.seconds.toFixed(1).padStart(6)} s  ${Math.round(result.records / result.seconds)} records/s  peak ${result.peakMegabytes.toFixed(0)} MB`,
      )
      if (result.peakMegabytes > limits.peakMegabytes)
        faults.push(
          `scale ${scale} takes ${result.peakMegabytes.toFixed(0)} MB, at most ${limits.peakMegabytes}`,
        )
      if (scale === 1 && result.seconds > limits.secondsAtOne)
        faults.push(`scale 1 takes ${result.seconds.toFixed(1)} s, at most ${limits.secondsAtOne}`)
      if (before) {
        // What is the same at every scale cancels in the difference.
        const perScale = (result.seconds - before.seconds) / (scale - before.scale)
        if (slope !== null && perScale > slope * limits.growth)
          faults.push(
            `a step of scale costs ${(perScale / slope).toFixed(2)} times as much at ${scale} as before`,
          )
        slope = perScale
      }
      before = {...result, scale}
    }
    console.log(faults.length === 0 ? 'fine' : `TOO MUCH: ${faults.join('; ')}`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

async function worker(scale: number, folder: string): Promise<void> {
  const start = performance.now()
  const {files} = await generateDemoCity({seed: 1, scale, today}, folder, {
    signal: new AbortController().signal,
    onFile: () => {},
  })
  const seconds = (performance.now() - start) / 1000
  const sum = (of: (file: (typeof files)[number]) => number) =>
    files.reduce((total, file) => total + of(file), 0)
  const result: Result = {
    seconds,
    records: sum(({records}) => records),
    megabytes: sum(({bytes}) => bytes) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }
  console.log(JSON.stringify(result))
}
