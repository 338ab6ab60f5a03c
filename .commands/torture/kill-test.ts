import {cp, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {currentRelease, verifyRelease} from '@hromada/warehouse'
import {differences, filesOf, sealedIn, tablesOf} from './compare.ts'
import {type Durations, type KilledIn, killWhile, runUndisturbed} from './kill-while.ts'
import {openPublisher} from './publisher.ts'
import {seededRandom} from './random.ts'
import {openReader} from './reader.ts'
import {type Phase, runDay} from './run-day.ts'

export type KillReport = {
  kills: Record<KilledIn, number>
  days: number
  /** Answers that were asked for meanwhile, and the releases they were of. */
  asked: number
  releases: number
  /** What is not as an undisturbed run has it, and what the reader got that was no good answer. */
  differences: string[]
  faults: string[]
}

export type KillEffects = {
  signal: AbortSignal
  onKill: (kills: number) => void
}

/** Kills of one day after which it is left in peace. */
const mostADay = 6

/**
 * Runs a town day after day, undisturbed, and beside it the same days while it is killed again and again: landing,
 * transforming, releasing, switching, until that many kills are done. At the end every landing, table and release has
 * to be the same, byte for byte, and whoever read meanwhile must have got whole answers of the undisturbed run's releases.
 */
export async function killTest(
  {kills, seed, rows, folder}: {kills: number; seed: number; rows: number; folder: string},
  {signal, onKill}: KillEffects,
): Promise<KillReport> {
  const random = seededRandom(seed)
  const publisher = await openPublisher(seed, rows)
  const {origin} = publisher
  const [good, bad, anew] = ['undisturbed', 'killed', 'anew'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const expected = new Map<string, string>()
  const usual: Durations = {land: 0, transform: 0, release: 0}
  const killedIn: KillReport['kills'] = {land: 0, transform: 0, release: 0, switch: 0}
  const stop = new AbortController()

  // Nobody reads before there is something to read.
  publisher.setDay(0)
  await runDay(good, origin, 0, () => {})
  await runUndisturbed(bad, origin, 0)
  const [reference, reader] = [await openReader(good), await openReader(bad)]
  const remember = async () => {
    const release = (await readFile(join(good, 'current'), 'utf8')).trim()
    for (const {path, hash} of await reference.askAll(release)) expected.set(`${release} ${path}`, hash)
  }
  try {
    await remember()
    const atRest: string[] = []
    const reading = reader.askUntil(stop.signal, expected, seededRandom(seed + 1))
    let done = 0
    let day = 0
    while (done < kills) {
      publisher.setDay(++day)
      await runDay(good, origin, day, stopwatch(usual))
      await remember()
      for (let tries = 0; tries < mostADay && done < kills; tries++) {
        signal.throwIfAborted()
        const where = await killWhile(bad, origin, day, usual, random)
        if (where !== null) {
          killedIn[where]++
          onKill(++done)
          atRest.push(...(await faultsAtRest(bad)).map(fault => `after kill ${done}, in ${where}: ${fault}`))
        } else if (random() < 0.8) break // The day is done; at times it is run again, with nothing new.
      }
      await runUndisturbed(bad, origin, day)
    }
    // What has landed is enough to have all of it again.
    await cp(join(bad, 'landing'), join(anew, 'landing'), {recursive: true})
    await runDay(anew, origin, day, () => {}, {isLanded: true})
    stop.abort()
    const {asked, releases, faults} = await reading
    return {
      kills: killedIn,
      days: day + 1,
      asked,
      releases: releases.size,
      differences: [
        ...differences(await filesOf(good), await filesOf(bad)),
        ...differences(await tablesOf(good), await tablesOf(bad)),
        ...differences(await sealedIn(good), await sealedIn(anew)).map(one => `made anew, ${one}`),
      ],
      faults: [...atRest, ...faults],
    }
  } finally {
    stop.abort()
    await Promise.all([reference.close(), reader.close()])
    publisher.close()
  }
}

/** What is wrong with the release that a server would serve if it were started now. */
async function faultsAtRest(data: string): Promise<string[]> {
  const current = await currentRelease(data)
  if (!current) return ['there is no current release']
  return verifyRelease(data, current.manifest.id, {signal: new AbortController().signal, onFile: () => {}})
}

/** Notes how long each phase takes. */
function stopwatch(usual: Durations): (phase: Phase) => void {
  let last: {phase: Phase; at: number} | null = null
  return phase => {
    const at = performance.now()
    if (last && last.phase !== 'done') usual[last.phase] = at - last.at
    last = {phase, at}
  }
}
