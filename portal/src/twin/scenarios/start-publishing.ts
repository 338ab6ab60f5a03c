import type {ScenarioDetail, ScenarioSummary} from '@hromada/api'
import type {Study} from '@hromada/twin/planning'
import {writeProposal} from '@hromada/twin/planning'
import {element, marked} from '../element.ts'
import {askApi} from './ask-api.ts'
import {saysWhy} from './says-why.ts'
import {scenarioTextsIn} from './scenario-texts.ts'
import {sessionToken} from './session-token.ts'

/** What publishing needs of the planning page. */
export type PublishingPage = {
  lang: string
  /** Address of the twin: pages of scenarios are below it. */
  address: string
  study(): Study
  /** What is seen now, as the query of an address; null where there is no canvas. */
  view(): string | null
  say(text: string): void
}

const scenarios = '/api/v1/scenarios'

/** Brings the part that publishes to life. Nothing is asked before somebody opens it. */
export function startPublishing(root: HTMLElement, {lang, address, study, view, say}: PublishingPage): void {
  const t = scenarioTextsIn(lang)
  const at = (mark: string) => marked(root, `publish-${mark}`)
  const input = (mark: string) => at(mark) as HTMLInputElement
  const frame = marked(root, 'publish') as HTMLDetailsElement
  let own: ScenarioSummary[] = []
  let isSending = false

  frame.addEventListener('toggle', () => {
    if (frame.open) void open()
  })
  input('token').addEventListener('change', () => void learnOwn(input('token').value))
  at('target').addEventListener('change', fillFromTarget)
  at('forget').addEventListener('click', () => {
    sessionToken.forget()
    input('token').value = ''
    showToken()
  })
  at('form').addEventListener('submit', event => {
    event.preventDefault()
    void publish()
  })

  async function open(): Promise<void> {
    try {
      const {answer} = await askApi<{is_publishing_open: boolean}>(scenarios)
      at('form').hidden = !answer.is_publishing_open
      if (!answer.is_publishing_open) return tell(t.publishOff)
      at('says').hidden = true
      at('view').querySelector<HTMLOptionElement>('[value=now]')!.disabled = view() === null
      const named = study().variants.find(({name}) => name !== '')
      if (input('title').value === '' && named) input('title').value = named.name
      showToken()
      const kept = sessionToken.get()
      if (kept) await learnOwn(kept)
    } catch (error) {
      at('form').hidden = true
      tell(saysWhy(error, t))
    }
  }

  /** What the holder of a token has published in this city: each may get a new version. */
  async function learnOwn(token: string): Promise<void> {
    if (token === '') return
    try {
      const {answer: me} = await askApi<{holder: string}>('/api/v1/token', {token})
      const {answer} = await askApi<{scenarios: ScenarioSummary[]}>(
        `${scenarios}?city=${encodeURIComponent(study().city)}`,
      )
      sessionToken.set(token)
      own = answer.scenarios.filter(({published_by}) => published_by === me.holder)
      at('target').replaceChildren(
        element('option', {value: ''}, t.publishNew),
        ...own.map(({id, title}) => element('option', {value: id}, t.publishReplace(title))),
      )
      at('says').hidden = true
      input('token').removeAttribute('aria-invalid')
    } catch (error) {
      tell(saysWhy(error, t))
    }
    showToken()
  }

  function fillFromTarget(): void {
    const chosen = own.find(({id}) => id === input('target').value)
    offerViews(chosen !== undefined)
    if (!chosen) return
    input('title').value = chosen.title
    input('summary').value = chosen.summary
    input('until').value = chosen.comments_until ?? ''
  }

  /** A new version keeps the view of the one before, unless its author says otherwise. */
  function offerViews(isReplaced: boolean): void {
    at('view').querySelector<HTMLOptionElement>('[value=before]')!.hidden = !isReplaced
    input('view').value = isReplaced ? 'before' : 'proposal'
  }

  async function publish(): Promise<void> {
    const token = sessionToken.get() ?? input('token').value
    const {city, variants, settings} = study()
    const body = {
      city,
      lang: lang === 'uk' ? 'uk' : 'en',
      title: input('title').value,
      summary: input('summary').value,
      comments_until: input('until').value || null,
      variants: variants.map(variant => JSON.parse(writeProposal(variant)) as unknown),
      settings,
    }
    const views = {proposal: () => null, now: view, before: (published: string | null) => published}
    const from = views[input('view').value as keyof typeof views]
    const target = input('target').value
    if (isSending) return
    busy(true)
    try {
      const path = target === '' ? scenarios : `${scenarios}/${encodeURIComponent(target)}`
      const before = target === '' ? null : await askApi<ScenarioDetail>(path)
      const {answer} = await askApi<ScenarioDetail>(path, {
        method: target === '' ? 'POST' : 'PUT',
        token,
        body: {...body, view: from(before?.answer.view ?? null)},
        ...(before ? {etag: before.etag} : {}),
      })
      await learnOwn(token)
      input('target').value = answer.id
      offerViews(true)
      const link = element('a', {href: pageOf(answer.id)}, answer.title)
      tell(t.publishDone, link)
    } catch (error) {
      tell(saysWhy(error, t))
      showToken()
    } finally {
      busy(false)
    }
  }

  /** Disabled in earnest the button would lose the keyboard of whoever pressed it. */
  function busy(isBusy: boolean): void {
    isSending = isBusy
    at('send').setAttribute('aria-disabled', String(isBusy))
  }

  function pageOf(id: string): string {
    const page = new URL(address, location.href)
    page.pathname = `${page.pathname.replace(/\/$/, '')}/scenarios/${id}`
    page.search = new URLSearchParams(
      [...new URLSearchParams(location.search)].filter(([name]) => name === 'city'),
    ).toString()
    return `${page.pathname}${page.search}`
  }

  /** The token is typed once; then its row makes room. */
  function showToken(): void {
    const isKept = sessionToken.get() !== null
    at('token-row').hidden = isKept
    input('token').required = !isKept
    at('forget').hidden = !isKept
  }

  /** What came of it, under the buttons; a token that was refused is marked, and can be typed again. */
  function tell(words: string, link?: HTMLAnchorElement): void {
    input('token').setAttribute('aria-invalid', String(words === t.codes.TOKEN_REFUSED))
    const notice = at('says')
    notice.replaceChildren(words, ...(link ? [' ', link] : []))
    notice.hidden = false
    notice.scrollIntoView({block: 'nearest'})
    say(notice.textContent ?? words)
  }
}
