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
 * be exchanged on an open page, buildings and the list of layers itself, is said, with a link.
 */
export function watchReleases(page: Page, fetch: Fetch, renew: (table: string) => Promise<void>): void {
  const {root, setup, store, switches, f, say} = page
  const t = liveTextsIn(setup.lang)
  const toggle = marked(root, 'live-switch') as HTMLInputElement
  const says = marked(root, 'live-says')
  let {id: release} = setup.release
  let hashes: Map<string, string> | null = null
  let lostAt: string | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  const now = () => f.moment(new Date().toISOString())
  const tell = (...parts: (string | Node)[]) => says.replaceChildren(...parts)

  async function ask(): Promise<void> {
    clearTimeout(waiting)
    if (!toggle.checked || document.hidden || isAsking) return
    isAsking = true
    try {
      const response = await fetch('/api/v1/tables')
      if (!response.ok) throw new Error(`${response.status}`)
      const answer = (await response.json()) as Tables
      if (lostAt !== null) tell(t.from(f.moment(setup.release.createdAt)))
      lostAt = null
      await takeOver(answer)
    } catch {
      lostAt ??= now()
      tell(t.lost(lostAt))
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
    const [updated, faults]: [LayerSetup[], string[]] = [[], []]
    for (const layer of changed)
      try {
        await renew(layer.table)
        updated.push(layer)
      } catch (error) {
        faults.push(t.failed(layer.title, (error as Error).message))
      }
    const titles = updated.filter(({table}) => switches.isShown(table)).map(({title}) => title)
    const news = [titles.length > 0 ? t.updated(now(), titles.join(', ')) : t.same(now()), ...faults].join(
      ' ',
    )
    const isOther =
      setup.layers.some(
        ({table, kind}) => !after.has(table) || (kind === 'buildings' && hasChanged(table)),
      ) ||
      (before !== null && after.size !== before.size)
    tell(...(isOther ? [`${news} ${t.other} `, element('a', {href: location.href}, t.reload)] : [news]))
    say(isOther ? `${news} ${t.other}` : news)
  }

  toggle.addEventListener('change', () => {
    if (toggle.checked) void ask()
    else tell(t.paused)
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
