import {
  type Proposal,
  type ProposalPart,
  siteFrame,
  usualSettings,
  usualStoreyMetres,
  writeProposal,
} from '@hromada/twin/planning'
import {element, marked} from '../element.ts'
import {fetchInTime} from '../fetch-in-time.ts'
import {startPublishing} from '../scenarios/start-publishing.ts'
import {keepAnalyses} from './analyses.ts'
import {buildingsUnder} from './buildings-under.ts'
import {type Pictured, sideBySide, swipe} from './compare-variants.ts'
import {drawSite} from './draw-site.ts'
import {fillForm} from './fill-form.ts'
import {listenToFields} from './listen-to-fields.ts'
import {movedMetres, type Site, siteAround, siteLoader} from './load-site.ts'
import {figuresCsv, outcomeWords} from './numbers.ts'
import {openProposals} from './open-proposals.ts'
import {type Outcome, outcomeOf} from './outcome.ts'
import {overlayOf, paintOverlay} from './overlays.ts'
import {bounded, type Plan, type PlanningPage} from './plan.ts'
import {listenOnPlan} from './plan-gestures.ts'
import {planningTextsIn} from './planning-texts.ts'
import {sceneOf} from './scene-of.ts'
import {startScenePair} from './scene-pair.ts'
import {movedPart, placedPart, placeOf, rectangleRings} from './shape-footprint.ts'
import {copyLink, keepAddress, studyOf} from './share-study.ts'
import {figuresTable, legend, losersTable, methodWords, rulesTable, viewsTable} from './show-outcome.ts'
import {clockOf, sunWords} from './sun-words.ts'
import {startViewpoints} from './viewpoint-form.ts'

/** Brings planning to life. What it returns draws the proposal again, for a scene that opened later. */
export function startPlanning(root: HTMLElement, page: PlanningPage): () => void {
  const {setup, f} = page
  const t = planningTextsIn(setup.lang)
  const at = (mark: string) => marked(root, `plan-${mark}`)
  const input = (mark: string) => at(mark) as HTMLInputElement
  const host = at('host')
  const loadSite = siteLoader(setup, fetchInTime({tookTooLong: t.noAnswer, noConnection: t.noAnswer}))
  // The surroundings as they were loaded: those of the plan are seen from the first body.
  let loaded: Site | null = null

  const plan: Plan = {
    ...{page, t, f, at, input},
    ...{variants: [], current: 0, part: 0, viewpoints: [], viewpoint: 0, overlay: 'lost', site: null},
    settings: {...usualSettings},
    proposal: () => plan.variants[plan.current]!,
    body: () => plan.proposal().parts[plan.part]!,
    nameOf: index => plan.variants[index]!.name || t.variant(String.fromCharCode(65 + index)),
    frame: () => siteFrame(plan.site!.lon, plan.site!.lat),
    change(how) {
      plan.variants = plan.variants.map((variant, index) => (index === plan.current ? how(variant) : variant))
      void settle().then(redraw)
    },
    changePart(how) {
      const changed = plan.part
      plan.change(one => ({
        ...one,
        parts: one.parts.map((body, index) => (index === changed ? how(body) : body)),
      }))
    },
    toggleHidden(building, isHidden) {
      plan.change(one => {
        const hides = one.hides.filter(key => key !== building)
        return {...one, hides: isHidden ? [...hides, building] : hides}
      })
    },
    redraw,
    drawPlan,
    fault(words) {
      at('fault').textContent = words
      at('fault').hidden = words === ''
      at('retrying').hidden = true
      // It stands above the form, which is long.
      if (words) at('fault').scrollIntoView({block: 'nearest'})
    },
  }
  const analyses = keepAnalyses(plan)
  const gestures = listenOnPlan(plan)
  const listViewpoints = startViewpoints(plan, gestures)
  const drawPair = startScenePair(plan)
  const outcomes = () => plan.variants.map(variant => outcomeOf(variant, plan.site!, analyses.of(variant)))

  at('start').addEventListener('click', async () => {
    await open([{name: '', parts: [boxAt(page.middle())], hides: []}])
    goOn()
  })
  at('retry').addEventListener('click', async () => {
    plan.fault('')
    await settle()
    redraw()
    goOn()
  })
  at('apply').addEventListener('click', () => {
    const [lat, lon] = [bounded(input('lat')), bounded(input('lon'))]
    if (lat !== null && lon !== null) place({lon, lat})
  })
  at('here').addEventListener('click', () => place(page.middle()))
  at('draw').addEventListener('click', gestures.startDrawing)
  at('finish').addEventListener('click', gestures.finishDrawing)
  at('look').addEventListener('click', () => {
    const [lon, lat] = placeOf(plan.body())
    page.look({lon, lat})
    marked(root, 'frame').scrollIntoView({block: 'start'})
  })
  for (const [mark, move] of Object.entries(nudges))
    at(`nudge-${mark}`).addEventListener('click', () =>
      plan.changePart(part => movedPart(part, plan.frame(), ...move)),
    )
  at('under').addEventListener('click', () => {
    if (!plan.site) return
    const under = buildingsUnder(plan.proposal(), plan.site)
    plan.change(one => ({...one, hides: [...new Set([...one.hides, ...under])]}))
  })
  at('take').addEventListener('click', () => {
    const key = page.selected()?.key
    if (key && plan.site?.buildings.some(building => building.key === key)) plan.toggleHidden(key, true)
  })
  at('run').addEventListener('click', () => void analyses.run())
  at('cancel').addEventListener('click', () => analyses.cancel())
  at('save').addEventListener('click', () =>
    download(
      `${writeProposal(plan.proposal())}\n`,
      'application/geo+json',
      `${plan.nameOf(plan.current)}.geojson`,
    ),
  )
  at('csv').addEventListener('click', () =>
    download(
      `\ufeff${figuresCsv(
        plan.variants.map((_, index) => plan.nameOf(index)),
        outcomes(),
        t,
      )}`,
      'text/csv',
      `${plan.nameOf(plan.current)}.csv`,
    ),
  )
  at('copy').addEventListener('click', () => void copyLink(plan))
  listenToFields(plan)
  startPublishing(root, {
    lang: setup.lang,
    address: setup.address,
    study: () => studyOf(plan),
    view: page.view,
    say: page.say,
  })
  openProposals(plan, open)
  return () => {
    if (plan.site) redraw()
  }

  async function open(next: Proposal[], current = 0): Promise<void> {
    ;[plan.variants, plan.current, plan.part] = [next, current, 0]
    plan.fault('')
    at('body').hidden = false
    at('start').hidden = true
    await settle()
    redraw()
  }

  /** The button that was pressed is gone: whoever has keys alone goes on from the plan, or asks for it again. */
  function goOn(): void {
    const next = at('retrying').hidden ? host : at('retry')
    next.focus({preventScroll: true})
  }

  /** Asks for the surroundings where the first body stands, if they are not there already. */
  async function settle(): Promise<void> {
    const first = plan.variants[0]?.parts[0]
    if (!first) return
    const [lon, lat] = placeOf(first).map(value => Math.round(value * 1e6) / 1e6) as [number, number]
    const away = loaded
      ? Math.hypot(...siteFrame(loaded.lon, loaded.lat).toMetres([lon, lat]))
      : Number.POSITIVE_INFINITY
    if (away > movedMetres) {
      at('state').textContent = t.loading
      try {
        loaded = await loadSite(lon, lat)
        if (!at('retrying').hidden) plan.fault('')
        at('state').textContent = ''
      } catch (error) {
        at('state').textContent = ''
        plan.fault(t.loadFailed((error as Error).message))
        at('retrying').hidden = false
        return
      }
    }
    plan.site = loaded && siteAround(loaded, lon, lat)
  }

  /** The body somewhere: a rectangle of the form's size, or its model. */
  function place({lon, lat}: {lon: number; lat: number}): void {
    const turnDegrees = Number(input('turn').value) || 0
    const {model} = plan.body()
    if (model) {
      const aboveGroundMetres = bounded(input('above')) ?? 0
      plan.changePart(part => placedPart(part, {lon, lat, turnDegrees, aboveGroundMetres}))
      return
    }
    const [width, depth] = [bounded(input('width')), bounded(input('depth'))]
    if (width === null || depth === null) return
    const rings = rectangleRings(
      {lon, lat, widthMetres: width, depthMetres: depth, turnDegrees},
      siteFrame(lon, lat),
    )
    plan.changePart(part => ({...part, rings}))
  }

  function boxAt({lon, lat}: {lon: number; lat: number}): ProposalPart {
    const size = {widthMetres: 24, depthMetres: 16, turnDegrees: 0}
    return {
      name: '',
      use: 'housing',
      storeys: 9,
      heightMetres: 9 * usualStoreyMetres,
      rings: rectangleRings({lon, lat, ...size}, siteFrame(lon, lat)),
    }
  }

  /** Everything that follows from the variants: form, plan, tables, the scene and the address. */
  function redraw(): void {
    if (plan.variants.length === 0) return
    plan.part = Math.min(plan.part, plan.proposal().parts.length - 1)
    fillForm(plan, settle)
    const {site, settings, overlay} = plan
    if (!site) return
    listViewpoints()
    const all = outcomes()
    const own = all[plan.current]!
    const names = plan.variants.map((_, index) => plan.nameOf(index))
    drawPlan()
    at('says').textContent = outcomeWords(own, plan.nameOf(plan.current), t, f)
    at('rules').replaceChildren(...rulesTable(own, {t, f}))
    at('figures').replaceChildren(figuresTable(names, all, {t, f}))
    at('losers').replaceChildren(...losersTable(own, {t, f}), ...viewsTable(own, {t, f}))
    at('method').textContent = methodWords(settings, {t, f})
    at('choice').hidden = !own.analysis
    at('hours').hidden = !own.analysis || overlay !== 'shade'
    at('eye-choosing').hidden = !own.analysis || overlay !== 'view' || plan.viewpoints.length === 0
    if (own.analysis) at('sun').textContent = sunWords(own.analysis, clockOf(settings.minute), t, f)
    if (!own.analysis && !analyses.isEmpty() && !analyses.isRunning()) at('state').textContent = t.stale
    comparePictures(all)
    drawPair()
    page.show(sceneOf(plan.proposal(), own.analysis, {site, overlay, viewpoint: plan.viewpoint, t, host}))
    void keepAddress(plan)
    void analyses.reshade()
  }

  function comparePictures(all: Outcome[]): void {
    const done = all.flatMap((outcome, index): Pictured[] =>
      outcome.analysis ? [{name: plan.nameOf(index), proposal: plan.variants[index]!, outcome}] : [],
    )
    const how = {
      site: plan.site!,
      radiusMetres: plan.settings.radiusMetres,
      viewpoints: plan.viewpoints,
      viewpoint: plan.viewpoint,
      overlay: plan.overlay,
      t,
      write: (value: number) => f.number(value, value % 1 ? 2 : 0),
      host,
    }
    const pair =
      done.length > 1
        ? ([
            done[0]!,
            done.find(({proposal: one}) => one === plan.proposal() && one !== done[0]!.proposal) ?? done[1]!,
          ] as const)
        : null
    at('swipe').replaceChildren(
      ...(pair
        ? [
            element('h3', {class: 'plan-sub'}, `${t.swipe}: ${t.overlays[plan.overlay]}`),
            ...legend(overlayOf(plan.overlay, done[0]!.outcome.analysis!, t, how.write, plan.viewpoint), t),
            swipe(...pair, how),
            sideBySide(done, how),
          ]
        : []),
    )
  }

  function drawPlan(): void {
    const {site, overlay, viewpoint, viewpoints} = plan
    if (!site) return
    const shown = gestures.shown()
    const draft = gestures.draft()
    const outcome = outcomeOf(shown, site, analyses.of(shown))
    if (gestures.isDragging()) at('rules').replaceChildren(...rulesTable(outcome, {t, f}))
    const write = (value: number) => f.number(value, value % 1 ? 2 : 0)
    const colours = outcome.analysis && overlayOf(overlay, outcome.analysis, t, write, viewpoint)
    host.replaceChildren(
      drawSite({
        site,
        proposal: shown,
        outcome,
        radiusMetres: plan.settings.radiusMetres,
        overlay: colours && outcome.analysis && paintOverlay(outcome.analysis, colours, host),
        draft,
        chosen: plan.proposal().parts.length > 1 ? plan.part : -1,
        viewpoints,
        metres: t.units.m,
      }),
    )
    host.classList.toggle('is-drawing', draft !== null)
    at('drawing').hidden = draft === null || draft.isViewpoint
    at('keys').textContent = !draft
      ? t.planKeys
      : draft.isViewpoint
        ? t.viewpoint.setting
        : t.drawing(f.number(draft.corners.length))
    at('legend').replaceChildren(...legend(colours, t))
  }
}

/** Metres east and north and degrees clockwise, by the marks of their buttons. */
const nudges: Record<string, [east: number, north: number, turnDegrees?: number]> = {
  north: [0, 1],
  south: [0, -1],
  west: [-1, 0],
  east: [1, 0],
  left: [0, 0, -5],
  right: [0, 0, 5],
}

function download(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], {type}))
  element('a', {href: address, download: name}).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
