import type {Fetch} from './api-source.ts'
import {element, marked} from './element.ts'
import {liveTextsIn} from './live-texts.ts'
import type {Page} from './page.ts'
import type {LayerSetup} from './setup.ts'

/** A city seals a release each time its sensors have landed, every few minutes at most. */
const everyMilliseconds = 30_000

/** What is read of the API's list of tables: a table whose rows are the same has the same hash. */
type Tables = {release: string; tables: {name: string; sha256: string}[]}

/**
 * Asks, as long as the page is looked at, whether there is a newer release, and has those layers renewed whose tables
 * have changed: what was chosen of them stays. A reader may turn that off; turned on again it asks at once. What cannot
 * be exchanged on an open page, buildings and the list of layers itself, is said, with a way to open the page again.
 */
export function watchReleases(page: Page, fetch: Fetch, renew: (table: string) => Promise<void>): void {
  const {root, setup, store, switches, f, say} = page
  const t = liveTextsIn(setup.lang)
  const toggle = marked(root, 'live-switch') as HTMLInputElement
  const says = marked(root, 'live-says')
  let {id: release} = setup.release
  let hashes: Map<string, string> | null = null
  let lostAt: string | null = null
  let faulted = ''
  let waiting: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  const now = () => f.moment(new Date().toISOString())
  // What was last learned, which comes back when the page is no longer paused or cut off.
  let news: (string | Node)[] = [...says.childNodes]

  async function ask(): Promise<void> {
    clearTimeout(waiting)
    if (!toggle.checked || document.hidden || isAsking) return
    isAsking = true
    try {
      const response = await fetch('/api/v1/tables')
      if (!response.ok) throw new Error(`${response.status}`)
      const answer = (await response.json()) as Tables
      lostAt = null
      await takeOver(answer)
      says.replaceChildren(...news)
    } catch {
      lostAt ??= now()
      says.replaceChildren(t.lost(lostAt))
    }
    isAsking = false
    waiting = setTimeout(() => void ask(), everyMilliseconds)
  }

  async function takeOver(answer: Tables): Promise<void> {
    const before = hashes
    const after = new Map(answer.tables.map(({name, sha256}) => [name, sha256]))
    hashes = after
    if (answer.release === release) return
    release = answer.release
    // What this page was made from is not known where the release changed before it first asked.
    const hasChanged = (table: string) => before === null || before.get(table) !== after.get(table)
    const changed = setup.layers.filter(
      layer => store.loaded(layer.table) && tablesOf(layer).some(hasChanged),
    )
    const updated: LayerSetup[] = []
    const faults: string[] = []
    for (const layer of changed)
      try {
        await renew(layer.table)
        updated.push(layer)
      } catch (error) {
        faults.push(t.failed(layer.title, (error as Error).message))
        // It is asked for again with the next answer.
        release = ''
        for (const table of tablesOf(layer)) hashes.set(table, '')
      }
    const titles = updated.filter(({table}) => switches.isShown(table)).map(({title}) => title)
    const told = [titles.length > 0 ? t.updated(now(), titles.join(', ')) : t.same(now()), ...faults].join(
      ' ',
    )
    const isOther =
      setup.layers.some(
        ({table, kind}) => !after.has(table) || (kind === 'buildings' && hasChanged(table)),
      ) ||
      (before !== null && after.size !== before.size)
    news = isOther ? [`${told} ${t.other} `, reloading()] : [told]
    const isOldNews = updated.length === 0 && faults.length > 0 && faults.join() === faulted
    faulted = faults.join()
    if (!isOldNews) say(isOther ? `${told} ${t.other}` : told)
  }

  function reloading(): HTMLElement {
    const button = element('button', {type: 'button', class: 'twin-link'}, t.reload)
    button.addEventListener('click', () => location.reload())
    return button
  }

  toggle.addEventListener('change', () => {
    if (toggle.checked) void ask()
    else says.replaceChildren(t.paused)
  })
  document.addEventListener('visibilitychange', () => void ask())
  void ask()
}

/** The tables that a layer's rows, places and colours are from. */
const tablesOf = ({table, place, columns}: LayerSetup): string[] => [
  ...new Set([
    table,
    ...(place.from ? [place.from.table] : []),
    ...columns.flatMap(column => column.table ?? []),
  ]),
]
