import {allLandings, findingsInUse, inUse, type LandingManifest} from '@hromada/pipelines'
import type {Landing, Staged} from '../build/stage.ts'
import {fingerprintOf} from '../model.ts'
import type {Warehouse} from '../warehouse.ts'
import {CheckState, type Verdict} from './check-state.ts'
import type {OwnRule} from './define-rule.ts'
import {type Fault, faultsOf} from './faults-of.ts'
import {runRules} from './run-rules.ts'
import {asksForGround, outlineDataset, rowsOf, subjectOf} from './subject-of.ts'

/** What came of the rules about one city's rows of a dataset. */
export type Checked = Verdict & {city: string; dataset: string}

/** A landing that is not used, because a rule that blocks is broken in it. */
export type HeldBack = {
  /** The newest. */
  landing: Landing
  /** ISO instant at which the first landing was fetched since which none could be used. */
  since: string
  /** Which rules are broken. */
  faults: Fault[]
}

/** A landing that tables are made of. */
export type UsedLanding = Landing & {
  /** Records of the landing before it; null where there was none. */
  rowsBefore: number | null
}

export type Chosen = {
  landings: UsedLanding[]
  checked: Checked[]
  heldBack: HeldBack[]
}

/** How landings become staged tables. */
export type Staging = {
  /** Is there a table of this dataset at all? */
  has: (dataset: string) => boolean
  /** Makes the table of a dataset of these landings, where it is not yet; null: it is to be left as it is. */
  stage: (dataset: string, landings: Landing[]) => Promise<Staged[] | null>
  /** Equal means that the table would be the same. */
  fingerprint: (dataset: string, landings: Landing[]) => string
  /** Several pieces of work at once. */
  atOnce: <T>(items: T[], work: (item: T) => Promise<void>) => Promise<void>
}

type Question = {landing: Landing; name: string; own: OwnRule[]; needs: string[]; print: string}

/**
 * Chooses what the tables are made of: of every city and dataset the newest landing in which no rule that blocks is
 * broken. So a bad file takes nobody's last good one away, other datasets go on, and all that is made of it agrees. What
 * was judged before, and has not changed since, is not staged again to be judged.
 * @param code hash of the code that judges
 */
export async function chooseLandings(
  newest: Landing[],
  rules: OwnRule[],
  code: string,
  data: string,
  {has, stage, fingerprint, atOnce}: Staging,
  warehouse: Warehouse,
): Promise<Chosen> {
  const state = await CheckState.read(warehouse)
  const histories = new Map<string, LandingManifest[]>()
  await atOnce(newest, async landing => {
    histories.set(nameOf(landing), await allLandings(data, landing.city.id, landing.feed.dataset.id))
  })
  const chosen = new Map(newest.map(landing => [nameOf(landing), landing]))
  const broken = new Map<string, Fault[]>()
  const left = new Set<string>()

  while (true) {
    const landings = [...chosen.values()]
    const of = (dataset: string) => landings.filter(({feed}) => feed.dataset.id === dataset)
    const prints = new Map<string, string>()
    const printOf = (dataset: string) => {
      const print = prints.get(dataset) ?? fingerprint(dataset, of(dataset))
      prints.set(dataset, print)
      return print
    }
    const questions = landings.map((landing): Question => {
      const {city, feed, manifest} = landing
      const {dataset} = feed
      const own = rules.filter(
        rule => rule.dataset === dataset.id && rule.inputs.every(one => has(one.dataset!.id)),
      )
      const needs = needsOf(landing, own).filter(has)
      const print = fingerprintOf(
        code,
        JSON.stringify([
          dataset.checks,
          own.map(({sql, holds, broken: text}) => [sql, holds, text]),
          city.bbox,
          city.zone,
        ]),
        JSON.stringify(
          earlierThan(manifest, histories.get(nameOf(landing))!).map(({records}) => records.landed),
        ),
        ...needs.map(printOf),
      )
      return {landing, name: nameOf(landing), own, needs, print}
    })

    // What is known to be bad is stepped back from before anything is staged.
    const verdicts = new Map<string, Verdict>()
    for (const {landing, name, print} of questions) {
      const verdict = toldOf(landing) ?? state.of(placeOf(landing), print)
      if (verdict) verdicts.set(name, verdict)
    }
    const bad = questions.filter(({name}) => verdicts.get(name)?.faults.some(isBlocking))
    for (const {landing, name} of bad) {
      if (!broken.has(name)) broken.set(name, verdicts.get(name)!.faults.filter(isBlocking))
      const before = landingBefore(landing, histories.get(name)!)
      if (before) chosen.set(name, before)
      else chosen.delete(name)
    }
    if (bad.length > 0) continue

    const waiting = questions.filter(({name}) => !verdicts.has(name) && !left.has(name))
    if (waiting.length === 0) {
      await state.tidy()
      return {
        landings: landings.map(landing => ({
          ...landing,
          rowsBefore:
            earlierThan(landing.manifest, histories.get(nameOf(landing))!).at(-1)?.records.landed ?? null,
        })),
        checked: questions.flatMap(({landing, name}) =>
          verdicts.has(name) ? [{...placeOf(landing), ...verdicts.get(name)!}] : [],
        ),
        heldBack: newest.flatMap(landing => {
          const name = nameOf(landing)
          const history = histories.get(name)!
          const used = history.findIndex(({file}) => file === chosen.get(name)?.manifest.file)
          return broken.has(name)
            ? [{landing, since: history[used + 1]!.retrievedAt, faults: broken.get(name)!}]
            : []
        }),
      }
    }

    const staged = new Map<string, Staged[] | null>()
    await atOnce([...new Set(waiting.flatMap(({needs}) => needs))], async dataset => {
      staged.set(dataset, await stage(dataset, of(dataset)))
    })
    await atOnce(waiting, async ({landing, name, own, needs, print}) => {
      const {city, feed} = landing
      if (needs.some(dataset => staged.get(dataset) === null)) {
        left.add(name)
        return
      }
      const other = (dataset: string) => of(dataset).find(one => one.city.id === city.id) ?? null
      const subject = await subjectOf(
        landing,
        staged.get(feed.dataset.id)!.find(one => one.city === city.id),
        histories.get(name)!,
        other(outlineDataset.id),
        data,
        warehouse,
      )
      const tableOf = (dataset: string) => {
        const there = other(dataset)
        return there && rowsOf(there)
      }
      const results = await runRules(subject, own, tableOf, warehouse)
      const faults = faultsOf(feed.dataset, subject.found, results)
      await state.remember(placeOf(landing), print, {results, faults})
    })
  }
}

const placeOf = ({city, feed}: Landing) => ({city: city.id, dataset: feed.dataset.id})

const nameOf = ({city, feed}: Landing) => `${city.id}/${feed.dataset.id}`

const isBlocking = ({severity}: Fault) => severity === 'block'

/** The datasets whose staged rows the rules of a dataset are asked of, its own first. */
function needsOf({feed: {dataset}}: Landing, own: OwnRule[]): string[] {
  const others = dataset.checks.flatMap(rule =>
    rule.kind === 'relation' && rule.to.dataset
      ? [rule.to.dataset.id]
      : asksForGround(rule)
        ? [outlineDataset.id]
        : [],
  )
  return [
    ...new Set([
      dataset.id,
      ...others,
      ...own.flatMap(({inputs}) => inputs.map(({dataset: one}) => one!.id)),
    ]),
  ]
}

const earlierThan = ({file}: LandingManifest, history: LandingManifest[]) =>
  history.slice(
    0,
    Math.max(
      0,
      history.findIndex(one => one.file === file),
    ),
  )

/** What was found while landing, where that alone is reason enough. */
function toldOf({feed: {dataset}, manifest, earlier}: Landing): Verdict | null {
  const faults = faultsOf(dataset, findingsInUse([...earlier, manifest], dataset.load), [])
  return faults.some(isBlocking) ? {results: [], faults} : null
}

/** What there was to use before a landing came; null where there was nothing. */
function landingBefore({city, feed, manifest}: Landing, history: LandingManifest[]): Landing | null {
  const there = inUse(earlierThan(manifest, history), feed.dataset.load)
  const last = there.at(-1)
  return last ? {city, feed, manifest: last, earlier: there.slice(0, -1)} : null
}
