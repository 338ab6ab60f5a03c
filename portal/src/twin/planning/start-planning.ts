import type {ItemKey} from '@hromada/twin/layers'
import {
  type Analysis,
  isInside,
  type Metres,
  mostVariants,
  type Proposal,
  ProposalFault,
  type ProposalPart,
  proposalUses,
  readProposal,
  type SiteFrame,
  type StudySettings,
  siteFrame,
  spans,
  studyFromHash,
  studyToHash,
  usualSettings,
  usualStoreyMetres,
  writeProposal,
} from '@hromada/twin/planning'
import type {Format} from '../../format.ts'
import {element, marked} from '../element.ts'
import {startPublishing} from '../scenarios/start-publishing.ts'
import type {TwinSetup} from '../setup.ts'
import {buildingsUnder} from './buildings-under.ts'
import {fillButtonRow} from './button-row.ts'
import {type Pictured, sideBySide, swipe} from './compare-variants.ts'
import {drawSite, metresUnder} from './draw-site.ts'
import {movedMetres, type Site, siteAround, siteLoader} from './load-site.ts'
import {figuresCsv, outcomeWords} from './numbers.ts'
import {type Outcome, outcomeOf} from './outcome.ts'
import {type OverlayName, overlayNames, overlayOf, paintOverlay} from './overlays.ts'
import {planningTextsIn} from './planning-texts.ts'
import {runAnalysis, runShade} from './run-analysis.ts'
import {type PlanningScene, sceneOf} from './scene-of.ts'
import {middle, moved, rectangleOf, rectangleRings} from './shape-footprint.ts'
import {figuresTable, legend, losersTable, methodWords, rulesTable, viewsTable} from './show-outcome.ts'
import {clockOf, sunWords} from './sun-words.ts'
import {taskOf} from './task-of.ts'

/** What planning needs of the page around it. */
export type PlanningPage = {
  setup: TwinSetup
  f: Format
  /** The middle of the view. */
  middle(): {lon: number; lat: number}
  selected(): ItemKey | null
  show(scene: PlanningScene): void
  /** Brings the view to a place. */
  look(place: {lon: number; lat: number}): void
  say(text: string): void
}

/** Brings planning to life. What it returns draws the proposal again, for a scene that opened later. */
export function startPlanning(root: HTMLElement, page: PlanningPage): () => void {
  const {setup, f} = page
  const t = planningTextsIn(setup.lang)
  const at = (mark: string) => marked(root, `plan-${mark}`)
  const input = (mark: string) => at(mark) as HTMLInputElement
  const loadSite = siteLoader(setup, address => fetch(address))

  let variants: Proposal[] = []
  let [current, part] = [0, 0]
  let settings: StudySettings = {...usualSettings}
  // The surroundings as they were loaded, and as they are seen from the first body.
  let loaded: Site | null = null
  let site: Site | null = null
  let running: AbortController | null = null
  let draft: {corners: Metres[]; cross: Metres} | null = null
  // A body that is being moved with the pointer: where it was taken, and how far it has come.
  let dragged: {from: Metres; by: Metres} | null = null
  let overlay: OverlayName = 'lost'
  // By what was asked, but for the hour of the shade, which is worked out anew by itself.
  const analyses = new Map<string, {minute: number; analysis: Analysis}>()
  let shading: AbortController | null = null

  const proposal = () => variants[current]!
  const letterOf = (index: number) => String.fromCharCode(65 + index)
  const nameOf = (index: number) => variants[index]!.name || t.variant(letterOf(index))
  const frameOf = (): SiteFrame => siteFrame(site!.lon, site!.lat)
  const keyOf = (variant: Proposal) =>
    JSON.stringify([writeProposal({...variant, name: ''}), {...settings, minute: 0}, site?.lon, site?.lat])
  const analysisOf = (variant: Proposal) => analyses.get(keyOf(variant))?.analysis ?? null
  const outcomes = () => variants.map(variant => outcomeOf(variant, site!, analysisOf(variant)))

  at('start').addEventListener(
    'click',
    () => void open([{name: '', parts: [boxAt(page.middle())], hides: []}]),
  )
  input('open').addEventListener('change', () => void openFile())
  at('apply').addEventListener('click', () =>
    place({lon: Number(input('lon').value), lat: Number(input('lat').value)}),
  )
  at('here').addEventListener('click', () => place(page.middle()))
  at('draw').addEventListener('click', startDrawing)
  at('look').addEventListener('click', () => {
    const [lon, lat] = middle(proposal().parts[part]!.rings[0]!.slice(0, -1))
    page.look({lon, lat})
    marked(root, 'frame').scrollIntoView({block: 'start'})
  })
  at('finish').addEventListener('click', finishDrawing)
  at('under').addEventListener('click', hideUnder)
  at('take').addEventListener('click', () => {
    const key = page.selected()?.key
    if (key && site?.buildings.some(building => building.key === key)) toggleHidden(key, true)
  })
  at('run').addEventListener('click', () => void run())
  at('cancel').addEventListener('click', () => running?.abort())
  at('save').addEventListener('click', () =>
    download(`${writeProposal(proposal())}\n`, 'application/geo+json', `${nameOf(current)}.geojson`),
  )
  at('csv').addEventListener('click', () =>
    download(
      `\ufeff${figuresCsv(
        variants.map((_, index) => nameOf(index)),
        outcomes(),
        t,
      )}`,
      'text/csv',
      `${nameOf(current)}.csv`,
    ),
  )
  at('copy').addEventListener('click', () => void copyLink())
  input('name').addEventListener('change', () => change(one => ({...one, name: input('name').value.trim()})))
  at('use').addEventListener('change', () =>
    changePart({use: proposalUses.find(use => use === input('use').value)!}),
  )
  input('storeys').addEventListener('change', () => {
    const storeys = bounded(input('storeys'), Math.round)
    if (storeys !== null) changePart({storeys, heightMetres: storeys * usualStoreyMetres})
  })
  input('height').addEventListener('change', () => {
    const heightMetres = bounded(input('height'))
    if (heightMetres !== null) changePart({heightMetres})
  })
  for (const mark of ['day', 'span', 'hour', 'radius', 'cell'])
    at(mark).addEventListener('change', () => {
      const [hours = 12, minutes = 0] = input('hour').value.split(':').map(Number)
      settings = {
        day: input('day').value || settings.day,
        span: spans.find(span => span === input('span').value) ?? 'day',
        minute: hours * 60 + minutes,
        radiusMetres: Number(input('radius').value) as StudySettings['radiusMetres'],
        cellMetres: Number(input('cell').value) as StudySettings['cellMetres'],
      }
      redraw()
    })
  at('clock').addEventListener('input', () => {
    settings = {...settings, minute: input('clock').valueAsNumber}
    redraw()
  })
  at('overlay').addEventListener('change', () => {
    overlay = overlayNames.find(name => name === input('overlay').value) ?? 'lost'
    redraw()
  })
  startPublishing(root, {
    lang: setup.lang,
    address: setup.address,
    study: () => ({city: setup.city.id, variants, settings}),
    say: page.say,
  })
  const host = at('host')
  host.addEventListener('pointerdown', press)
  host.addEventListener('pointermove', event => {
    const drawing = host.querySelector('svg')
    if (!drawing || !(draft || dragged)) return
    const under = metresUnder(drawing, event.clientX, event.clientY)
    if (draft) draft.cross = under
    else if (dragged) dragged.by = [under[0] - dragged.from[0], under[1] - dragged.from[1]]
    drawPlan()
  })
  host.addEventListener('pointerup', () => {
    const [by, rings] = [dragged?.by, proposal().parts[part]?.rings]
    dragged = null
    if (by && rings && Math.hypot(...by) > 0) changePart({rings: moved(rings, frameOf(), ...by)})
  })
  host.addEventListener('pointercancel', () => {
    dragged = null
    drawPlan()
  })
  host.addEventListener('keydown', key)
  addEventListener('hashchange', () => void openAddress())
  void openAddress()
  return () => {
    if (site) redraw()
  }

  /** A proposal that an address carries, or none. */
  async function openAddress(): Promise<void> {
    const hash = /[#&]plan=([\w-]+)/.exec(location.hash)?.[1]
    if (!hash) return
    try {
      const study = await studyFromHash(hash)
      if (study.city !== setup.city.id) return fault(t.otherCity(study.city))
      if (JSON.stringify([study.variants, study.settings]) === JSON.stringify([variants, settings])) return
      settings = study.settings
      if (study.variants.length > 0) await open(study.variants)
    } catch (error) {
      fault(faultWords(error))
    }
  }

  async function openFile(): Promise<void> {
    const file = input('open').files?.[0]
    input('open').value = ''
    if (!file) return
    try {
      // More than a proposal can have is not even read.
      const text = await file.slice(0, 2_000_000).text()
      const read = readProposal(text)
      const named = read.name ? read : {...read, name: file.name.replace(/\.(geo)?json$/, '').slice(0, 120)}
      await open(variants.length > 0 && variants.length < mostVariants ? [...variants, named] : [named])
      current = variants.length - 1
      redraw()
    } catch (error) {
      fault(faultWords(error))
    }
  }

  async function open(next: Proposal[]): Promise<void> {
    variants = next
    ;[current, part] = [0, 0]
    at('fault').hidden = true
    at('body').hidden = false
    at('start').hidden = true
    await settle()
    redraw()
  }

  /** Asks for the surroundings where the first body stands, if they are not there already. */
  async function settle(): Promise<void> {
    const ring = variants[0]?.parts[0]?.rings[0]
    if (!ring) return
    const [lon, lat] = middle(ring.slice(0, -1)).map(value => Math.round(value * 1e6) / 1e6) as [
      number,
      number,
    ]
    const away = loaded
      ? Math.hypot(...siteFrame(loaded.lon, loaded.lat).toMetres([lon, lat]))
      : Number.POSITIVE_INFINITY
    if (away > movedMetres) {
      at('state').textContent = t.loading
      try {
        loaded = await loadSite(lon, lat)
        at('state').textContent = ''
      } catch (error) {
        return fault(t.loadFailed((error as Error).message))
      }
    }
    site = loaded && siteAround(loaded, lon, lat)
  }

  function change(how: (variant: Proposal) => Proposal): void {
    variants = variants.map((variant, index) => (index === current ? how(variant) : variant))
    void settle().then(redraw)
  }

  function changePart(what: Partial<ProposalPart>): void {
    change(one => ({
      ...one,
      parts: one.parts.map((body, index) => (index === part ? {...body, ...what} : body)),
    }))
  }

  /** The body as a rectangle of the form's size, somewhere. */
  function place({lon, lat}: {lon: number; lat: number}): void {
    const [width, depth] = [bounded(input('width')), bounded(input('depth'))]
    if (width === null || depth === null || Number.isNaN(lon) || Number.isNaN(lat)) return
    const turnDegrees = Number(input('turn').value) || 0
    changePart({
      rings: rectangleRings(
        {lon, lat, widthMetres: width, depthMetres: depth, turnDegrees},
        siteFrame(lon, lat),
      ),
    })
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

  function startDrawing(): void {
    if (!site) return
    draft = {corners: [], cross: frameOf().toMetres(middle(proposal().parts[part]!.rings[0]!.slice(0, -1)))}
    host.focus()
    drawPlan()
  }

  function finishDrawing(): void {
    const corners = draft?.corners ?? []
    draft = null
    if (corners.length >= 3) {
      const ring = corners.map(corner => frameOf().toDegrees(corner))
      const drawn = {
        type: 'Feature',
        properties: {storeys: 1},
        geometry: {type: 'Polygon', coordinates: [ring]},
      }
      try {
        // What is drawn by hand is held to what is read from a file.
        changePart({rings: readProposal(JSON.stringify(drawn)).parts[0]!.rings})
        at('fault').hidden = true
      } catch (error) {
        fault(faultWords(error))
      }
    }
    drawPlan()
  }

  function press(event: PointerEvent): void {
    const drawing = host.querySelector('svg')
    if (!drawing || !site) return
    if (draft) {
      draft.cross = metresUnder(drawing, event.clientX, event.clientY)
      setCorner()
      return
    }
    const under = metresUnder(drawing, event.clientX, event.clientY)
    const taken = proposal().parts.findIndex(({rings}) =>
      isInside([rings.map(ring => ring.map(frameOf().toMetres))], ...under),
    )
    const pressed = (event.target as Element).getAttribute('data-key')
    if (taken >= 0) {
      part = taken
      dragged = {from: under, by: [0, 0]}
      host.setPointerCapture(event.pointerId)
    } else if (pressed) toggleHidden(pressed, !proposal().hides.includes(pressed))
  }

  /** A corner where the cross-hair is; on the first one again it ends the outline. */
  function setCorner(): void {
    if (!draft) return
    const first = draft.corners[0]
    const {cross} = draft
    const isClosing =
      draft.corners.length >= 3 &&
      first !== undefined &&
      Math.hypot(first[0] - cross[0], first[1] - cross[1]) < settings.radiusMetres / 60
    if (isClosing) finishDrawing()
    else {
      draft.corners.push(cross)
      drawPlan()
      page.say(t.drawing(f.number(draft.corners.length)))
    }
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !site) return
    const step = arrows[event.key]
    if (draft && event.key === 'Enter') setCorner()
    else if (draft && event.key === 'Backspace') draft.corners.pop()
    else if (draft && event.key === 'Escape') draft = null
    else if (draft && step) {
      const metres = event.shiftKey ? 10 : 1
      draft.cross = [draft.cross[0] + step[0] * metres, draft.cross[1] + step[1] * metres]
    } else if (step) {
      const {rings} = proposal().parts[part]!
      const turn = event.shiftKey ? 5 * (step[0] || -step[1]) : 0
      changePart({rings: moved(rings, frameOf(), turn ? 0 : step[0], turn ? 0 : step[1], turn)})
    } else return
    event.preventDefault()
    drawPlan()
  }

  function toggleHidden(building: string, isHidden: boolean): void {
    change(one => {
      const hides = one.hides.filter(key => key !== building)
      return {...one, hides: isHidden ? [...hides, building] : hides}
    })
  }

  /** Takes away every building that shares ground with the proposal. */
  function hideUnder(): void {
    if (!site) return
    const under = buildingsUnder(proposal(), site)
    change(one => ({...one, hides: [...new Set([...one.hides, ...under])]}))
  }

  async function run(): Promise<void> {
    if (!site || running) return
    const stop = new AbortController()
    running = stop
    const [state, bar] = [at('state'), at('progress') as HTMLProgressElement]
    const busy = (isBusy: boolean) => {
      at('cancel').hidden = !isBusy
      bar.hidden = !isBusy
      ;(at('run') as HTMLButtonElement).disabled = isBusy
    }
    busy(true)
    // What is changed meanwhile is another question.
    const {minute} = settings
    const asked = variants
      .filter(variant => !analysisOf(variant))
      .map(variant => ({key: keyOf(variant), task: taskOf(variant, site!, settings, setup.zone)}))
    try {
      for (const [index, {key: name, task}] of asked.entries()) {
        const progress = (share: number) => {
          bar.value = (index + share) / asked.length
          state.textContent = t.running(f.percent(bar.value, 0))
        }
        progress(0)
        analyses.set(name, {minute, analysis: await runAnalysis(task, progress, stop.signal)})
      }
      state.textContent = ''
    } catch (error) {
      state.textContent = stop.signal.aborted ? t.cancelled : t.failed((error as Error).message)
      page.say(state.textContent)
    }
    running = null
    busy(false)
    redraw()
    if (site && analysisOf(proposal()))
      page.say(outcomeWords(outcomeOf(proposal(), site, analysisOf(proposal())), nameOf(current), t, f))
  }

  /** The shade of another hour, for the variants whose day is worked out. */
  async function reshade(): Promise<void> {
    if (!site || running) return
    const late = variants.filter(variant => {
      const known = analyses.get(keyOf(variant))
      return known !== undefined && known.minute !== settings.minute
    })
    if (late.length === 0) return
    shading?.abort()
    const stop = new AbortController()
    shading = stop
    const {minute} = settings
    const asked = late.map(variant => ({
      key: keyOf(variant),
      task: taskOf(variant, site!, settings, setup.zone),
    }))
    try {
      for (const {key: name, task} of asked) {
        const shade = await runShade(task, stop.signal)
        const known = analyses.get(name)
        if (known) analyses.set(name, {minute, analysis: {...known.analysis, ...shade}})
      }
      redraw()
    } catch (error) {
      if (!stop.signal.aborted) fault(t.failed((error as Error).message))
    }
  }

  /** Everything that follows from the variants: form, plan, tables, the scene and the address. */
  function redraw(): void {
    if (variants.length === 0) return
    part = Math.min(part, proposal().parts.length - 1)
    fillForm()
    if (!site) return
    const all = outcomes()
    const own = all[current]!
    drawPlan()
    at('says').textContent = outcomeWords(own, nameOf(current), t, f)
    at('rules').replaceChildren(...rulesTable(own, {t, f}))
    at('figures').replaceChildren(
      figuresTable(
        variants.map((_, index) => nameOf(index)),
        all,
        {t, f},
      ),
    )
    at('losers').replaceChildren(...losersTable(own, {t, f}), ...viewsTable(own, {t, f}))
    at('method').textContent = methodWords(settings, {t, f})
    at('choice').hidden = !own.analysis
    at('hours').hidden = !own.analysis || overlay !== 'shade'
    if (own.analysis) at('sun').textContent = sunWords(own.analysis, clockOf(settings.minute), t, f)
    if (!own.analysis && analyses.size > 0 && !running) at('state').textContent = t.stale
    comparePictures(all)
    page.show(sceneOf(proposal(), own.analysis, {site, overlay, t, host}))
    void keepAddress()
    void reshade()
  }

  function comparePictures(all: Outcome[]): void {
    const done = all.flatMap((outcome, index): Pictured[] =>
      outcome.analysis ? [{name: nameOf(index), proposal: variants[index]!, outcome}] : [],
    )
    const how = {
      site: site!,
      radiusMetres: settings.radiusMetres,
      overlay,
      t,
      write: (value: number) => f.number(value, value % 1 ? 2 : 0),
      host,
    }
    const pair =
      done.length > 1
        ? ([
            done[0]!,
            done.find(({proposal: one}) => one === proposal() && one !== done[0]!.proposal) ?? done[1]!,
          ] as const)
        : null
    at('swipe').replaceChildren(
      ...(pair
        ? [element('h3', {class: 'plan-sub'}, t.swipe), swipe(...pair, how), sideBySide(done, how)]
        : []),
    )
  }

  function fillForm(): void {
    const body = proposal().parts[part]!
    const {lon, lat, widthMetres, depthMetres, turnDegrees} = rectangleOf(
      body.rings,
      siteFrame(...body.rings[0]![0]!),
    )
    const values: Record<string, string> = {
      name: proposal().name,
      use: body.use,
      storeys: String(body.storeys),
      height: String(Math.round(body.heightMetres * 100) / 100),
      lat: lat.toFixed(6),
      lon: lon.toFixed(6),
      width: String(Math.round(widthMetres * 10) / 10),
      depth: String(Math.round(depthMetres * 10) / 10),
      turn: String((Math.round(turnDegrees * 10) / 10) % 360),
      day: settings.day,
      span: settings.span,
      hour: clockOf(settings.minute),
      clock: String(settings.minute),
      radius: String(settings.radiusMetres),
      cell: String(settings.cellMetres),
    }
    for (const [mark, value] of Object.entries(values)) input(mark).value = value

    fillButtonRow(
      at('variants'),
      variants.map((_, index) => nameOf(index)),
      current,
      index => {
        ;[current, part] = [index, 0]
        redraw()
      },
      variants.length < mostVariants && {
        label: t.addVariant,
        act: () => {
          variants = [...variants, {...structuredClone(proposal()), name: ''}]
          current = variants.length - 1
          redraw()
        },
      },
      variants.length > 1 && {
        label: t.removeVariant,
        act: () => {
          variants = variants.filter((_, index) => index !== current)
          ;[current, part] = [Math.max(0, current - 1), 0]
          void settle().then(redraw)
        },
      },
    )
    fillButtonRow(
      at('parts'),
      proposal().parts.map(({name}, index) => name || t.body(f.number(index + 1))),
      part,
      index => {
        part = index
        redraw()
      },
      {
        label: t.addBody,
        act: () => {
          const rings = moved(body.rings, siteFrame(lon, lat), widthMetres + 12, 0)
          part = proposal().parts.length
          change(one => ({...one, parts: [...one.parts, {...body, name: '', rings}]}))
        },
      },
      proposal().parts.length > 1 && {
        label: t.removeBody,
        act: () => change(one => ({...one, parts: one.parts.filter((_, index) => index !== part)})),
      },
    )

    const names = new Map(site?.buildings.map(building => [building.key, building.name]))
    at('hides').replaceChildren(
      ...(proposal().hides.length === 0 ? [element('li', {}, t.hiddenNone)] : []),
      ...proposal().hides.map(hidden => {
        const back = element(
          'button',
          {type: 'button', class: 'twin-open'},
          t.bringBack(names.get(hidden) ?? hidden),
        )
        back.addEventListener('click', () => toggleHidden(hidden, false))
        return element('li', {}, back)
      }),
    )
  }

  /** The variant as it is shown: with what is being dragged where it is now. */
  function shownProposal(): Proposal {
    const by = dragged?.by
    if (!by || !site) return proposal()
    return {
      ...proposal(),
      parts: proposal().parts.map((body, index) =>
        index === part ? {...body, rings: moved(body.rings, frameOf(), ...by)} : body,
      ),
    }
  }

  function drawPlan(): void {
    if (!site) return
    const shown = shownProposal()
    const outcome = outcomeOf(shown, site, analysisOf(shown))
    if (dragged) at('rules').replaceChildren(...rulesTable(outcome, {t, f}))
    const colours =
      outcome.analysis && overlayOf(overlay, outcome.analysis, t, value => f.number(value, value % 1 ? 2 : 0))
    host.replaceChildren(
      drawSite({
        site,
        proposal: shown,
        outcome,
        radiusMetres: settings.radiusMetres,
        overlay: colours && outcome.analysis && paintOverlay(outcome.analysis, colours, host),
        draft,
        chosen: proposal().parts.length > 1 ? part : -1,
      }),
    )
    host.classList.toggle('is-drawing', draft !== null)
    at('drawing').hidden = draft === null
    at('keys').textContent = draft ? t.drawing(f.number(draft.corners.length)) : t.planKeys
    at('legend').replaceChildren(...legend(colours, t))
  }

  async function keepAddress(): Promise<void> {
    const hash = await studyToHash({city: setup.city.id, variants, settings})
    const address = new URL(location.href)
    address.hash = `plan=${hash}`
    history.replaceState(null, '', address)
    const report = at('report') as HTMLAnchorElement
    const target = new URL(setup.planning!.reportAddress, location.href)
    target.hash = `plan=${hash}`
    report.href = target.href
  }

  async function copyLink(): Promise<void> {
    await keepAddress()
    const told = await navigator.clipboard.writeText(location.href).then(
      () => t.copied,
      () => t.copyFailed,
    )
    at('state').textContent = told
    page.say(told)
  }

  function fault(words: string): void {
    const notice = at('fault')
    notice.textContent = words
    notice.hidden = false
  }

  function faultWords(error: unknown): string {
    if (!(error instanceof ProposalFault)) return String((error as Error).message)
    return `${t.faults[error.code]} ${error.message}`
  }
}

const arrows: Record<string, [east: number, north: number]> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** A number that a field has and allows; null where it has none. */
function bounded(field: HTMLInputElement, round = (value: number) => value): number | null {
  const value = field.valueAsNumber
  if (Number.isNaN(value)) return null
  return round(Math.max(Number(field.min), Math.min(Number(field.max), value)))
}

function download(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], {type}))
  element('a', {href: address, download: name}).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
