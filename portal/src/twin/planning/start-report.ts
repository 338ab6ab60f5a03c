import {type Analysis, type Study, studyFromHash} from '@hromada/twin/planning'
import {type Format, formatter} from '../../format.ts'
import {element, marked} from '../element.ts'
import {fetchInTime} from '../fetch-in-time.ts'
import type {TwinSetup} from '../setup.ts'
import {type Pictured, sideBySide} from './compare-variants.ts'
import {type Site, siteAround, siteLoader} from './load-site.ts'
import {withKeptModels} from './model-store.ts'
import {modelWords} from './model-words.ts'
import {figuresDigest, outcomeWords} from './numbers.ts'
import {outcomeOf} from './outcome.ts'
import {overlayOf} from './overlays.ts'
import {type PlanningTexts, planningTextsIn} from './planning-texts.ts'
import {runAnalysis} from './run-analysis.ts'
import {placeOf} from './shape-footprint.ts'
import {figuresTable, legend, losersTable, methodWords, rulesTable, viewsTable} from './show-outcome.ts'
import {clockOf, sunWords} from './sun-words.ts'
import {taskOf} from './task-of.ts'

/** What a report needs of the twin's setup. */
export type ReportSetup = Pick<
  TwinSetup,
  'lang' | 'writing' | 'zone' | 'city' | 'tilesets' | 'planning' | 'address'
>

/** Fills the report from the address: reads the study, works every variant out again, and writes it all down. */
async function start(root: HTMLElement): Promise<void> {
  const setup = JSON.parse(marked(root, 'setup').textContent ?? '') as ReportSetup
  const [t, f] = [planningTextsIn(setup.lang), formatter(setup.writing, setup.zone)]
  const state = marked(root, 'plan-state')
  const end = (words: string, how: string) => {
    state.textContent = words
    state.hidden = words === ''
    root.dataset.reportState = how
    // Whatever came of it, there is a way on.
    marked(root, 'plan-tools').hidden = false
    marked(root, 'plan-print').hidden = how !== 'ready'
  }
  const hash = /[#&]plan=([\w-]+)/.exec(location.hash)?.[1]
  const back = marked(root, 'plan-back') as HTMLAnchorElement
  if (hash) back.hash = `plan=${hash}`
  else back.textContent = t.reportOpen
  if (!hash || !setup.planning) return end(t.reportNone, 'none')
  try {
    const read = await studyFromHash(hash)
    const study = {...read, variants: await Promise.all(read.variants.map(withKeptModels))}
    if (study.city !== setup.city.id) return end(t.otherCity(study.city), 'none')
    const first = study.variants[0]?.parts[0]
    if (!first) return end(t.reportNone, 'none')
    const [lon, lat] = placeOf(first).map(value => Math.round(value * 1e6) / 1e6) as [number, number]
    const site = siteAround(
      await siteLoader(setup, fetchInTime({tookTooLong: t.noAnswer, noConnection: t.noAnswer}))(lon, lat),
      lon,
      lat,
    )
    const analyses: Analysis[] = []
    for (const [index, variant] of study.variants.entries())
      analyses.push(
        await runAnalysis(
          taskOf(variant, site, study, setup.zone),
          share => {
            state.textContent = t.running(f.percent((index + share) / study.variants.length, 0))
          },
          new AbortController().signal,
        ),
      )
    const variants = study.variants.map(
      (proposal, index): Pictured => ({
        name: proposal.name || t.variant(String.fromCharCode(65 + index)),
        proposal,
        outcome: outcomeOf(proposal, site, analyses[index]!),
      }),
    )
    const digest = await figuresDigest(variants.map(({outcome}) => outcome))
    marked(root, 'plan-content').replaceChildren(
      ...reportOf(setup, study, site, variants, digest, {t, f, host: root}),
    )
    marked(root, 'plan-print').addEventListener('click', () => print())
    end('', 'ready')
  } catch (error) {
    end(t.failed((error as Error).message), 'failed')
  }
}

/** The report's parts in their order. */
function reportOf(
  setup: ReportSetup,
  {settings, viewpoints}: Study,
  site: Site,
  variants: Pictured[],
  digest: string,
  {t, f, host}: {t: PlanningTexts; f: Format; host: HTMLElement},
): Node[] {
  const write = (value: number) => f.number(value, value % 1 ? 2 : 0)
  const clock = clockOf(settings.minute)
  const planning = setup.planning!
  const isDay = settings.span === 'day'
  const overlays = ['lost', ...(isDay ? (['unbroken'] as const) : []), 'shade', 'seen'] as const
  const {radiusMetres} = settings
  const how = {site, radiusMetres, viewpoints, isForPaper: true, t, write, host}
  const pictures = overlays.map(overlay =>
    part(
      element(
        'h3',
        {class: 'plan-sub'},
        overlay === 'shade'
          ? `${t.overlays.shade}: ${f.longDate(settings.day)}, ${clock}`
          : t.overlays[overlay],
      ),
      sideBySide(variants, {...how, overlay}),
      ...legend(overlayOf(overlay, variants[0]!.outcome.analysis!, t, write), t),
    ),
  )
  // From each place of the study, what comes out of sight.
  const sights = viewpoints.map((_, viewpoint) => {
    const overlay = overlayOf('view', variants[0]!.outcome.analysis!, t, write, viewpoint)
    return part(
      element('h3', {class: 'plan-sub'}, overlay.title),
      sideBySide(variants, {...how, viewpoint, overlay: 'view'}),
      ...legend(overlay, t),
    )
  })
  const modelNotes = variants.flatMap(({name, proposal}) =>
    proposal.parts.flatMap(part => {
      const words = modelWords(part, t.model, f)
      return words === '' ? [] : [element('p', {class: 'cap'}, `${name}: ${words}`)]
    }),
  )
  return [
    ...variants.map(({name, outcome}) =>
      element('p', {class: 'plan-says'}, outcomeWords(outcome, name, t, f)),
    ),
    element('h2', {class: 'is-h3'}, t.reportSettings),
    facts([
      [t.day, f.longDate(settings.day)],
      [t.span, t.spans[settings.span]],
      [t.hour, sunWords(variants[0]!.outcome.analysis!, clock, t, f)],
      [t.radius, f.number(settings.radiusMetres)],
      [t.cell, f.number(settings.cellMetres)],
      [`${t.lat}, ${t.lon}`, `${f.number(site.lat, 6)}; ${f.number(site.lon, 6)}`],
    ]),
    ...modelNotes,
    element('h2', {class: 'is-h3'}, t.overlay),
    ...pictures,
    ...sights,
    element('h2', {class: 'is-h3'}, t.results),
    figuresTable(
      variants.map(({name}) => name),
      variants.map(({outcome}) => outcome),
      {t, f},
    ),
    ...variants.flatMap(({name, outcome}) => [
      part(
        element('h2', {class: 'is-h3'}, `${t.rules}: ${name}`),
        ...rulesTable(outcome, {t, f}, `${t.rules}: ${name}`),
      ),
      part(...losersTable(outcome, {t, f}, 40)),
      part(...viewsTable(outcome, {t, f}, `${t.views}: ${name}`)),
    ]),
    element('h2', {class: 'is-h3'}, t.reportData),
    element('p', {class: 'cap'}, methodWords(settings, {t, f})),
    facts([
      [t.reportRelease, `${planning.release.id} (${f.moment(planning.release.createdAt)})`],
      ...planning.tables.map(({name, title, sha256}): Fact => [title, `${name}, SHA-256 ${sha256}`]),
      [t.reportDigest, digest],
      // On paper and in a PDF nothing else says where it came from; in a PDF it can be followed.
      [t.reportAddress, element('a', {class: 'plan-address', href: location.href}, location.href)],
    ]),
  ]
}

/** What belongs together on a page of paper. */
const part = (...nodes: Node[]) => element('div', {class: 'plan-part'}, ...nodes)

type Fact = [name: string, value: string | Node]

const facts = (rows: Fact[]) =>
  element(
    'dl',
    {class: 'facts'},
    ...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  )

for (const root of document.querySelectorAll<HTMLElement>('[data-plan-report]')) void start(root)
