import type {Role, ScenarioSummary} from '@hromada/api'
import {type Format, formatter, type Writing} from '../../format.ts'
import {element, marked} from '../element.ts'
import {askApi} from './ask-api.ts'
import {type Moderated, moderationForm} from './moderation-form.ts'
import {saysWhy} from './says-why.ts'
import {type ScenarioTexts, scenarioTextsIn} from './scenario-texts.ts'
import {sessionToken} from './session-token.ts'

/** What the page of the city's staff needs to know; plain JSON inside it. */
export type ModerationSetup = {lang: string; writing: Writing; zone: string; address: string}

type Status = Moderated['status']

/** Brings the page of the city's staff to life: who has a token sees what it allows. */
function start(root: HTMLElement): void {
  const {lang, writing, zone, address} = JSON.parse(
    marked(root, 'setup').textContent ?? '',
  ) as ModerationSetup
  const [t, f] = [scenarioTextsIn(lang), formatter(writing, zone)]
  const at = (mark: string) => marked(root, mark)
  let status: Status = 'pending'
  let holder = ''

  at('sign-in').addEventListener('submit', event => {
    event.preventDefault()
    sessionToken.set((at('token') as HTMLInputElement).value.trim())
    void signIn()
  })
  at('sign-out').addEventListener('click', () => {
    sessionToken.forget()
    void signIn()
  })
  at('statuses').addEventListener('click', event => {
    const chosen = (event.target as Element).closest('button')
    if (!chosen) return
    status = chosen.value as Status
    for (const button of at('statuses').querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button === chosen))
    at('said').textContent = ''
    void act(fillQueue)
  })
  void signIn()

  /** Shows what the kept token allows; without one, where to type it. */
  async function signIn(): Promise<void> {
    const token = sessionToken.get()
    at('fault').hidden = true
    let who: {holder: string; roles: Role[]} | null = null
    if (token !== null)
      try {
        who = (await askApi<{holder: string; roles: Role[]}>('/api/v1/token', {token})).answer
      } catch (error) {
        fault(error)
      }
    at('sign-in').hidden = who !== null
    at('signed-in').hidden = who === null
    at('comments').replaceChildren()
    at('mine').replaceChildren()
    root.dataset.staffState = who === null ? 'out' : 'in'
    if (!who) return at('token').focus()
    ;(at('token') as HTMLInputElement).value = ''
    at('who').textContent = t.signedIn(who.holder, who.roles.map(role => t.roles[role]).join(', '))
    at('moderator').hidden = !who.roles.includes('moderator')
    at('planner').hidden = !who.roles.includes('planner')
    ;({holder} = who)
    if (who.roles.includes('moderator')) await act(fillQueue)
    if (who.roles.includes('planner')) await act(fillMine)
    // The form that was sent is gone.
    if (document.activeElement === document.body)
      root.querySelector<HTMLElement>('[data-twin-signed-in] section:not([hidden]) h2')?.focus()
  }

  async function fillQueue(): Promise<void> {
    const asked = status
    const {answer} = await askApi<{total: number; comments: Moderated[]}>(
      `/api/v1/moderation/comments?status=${asked}`,
      {token: sessionToken.get()},
    )
    if (asked !== status) return
    at('count').textContent =
      answer.total === 0
        ? t.queueNone[asked]
        : t.queueCount(f.number(answer.comments.length), f.number(answer.total))
    at('comments').replaceChildren(
      ...answer.comments.map(comment =>
        moderationForm(comment, {t, f, address}, body => decide(comment, body)),
      ),
    )
  }

  /** Sends a decision, and goes on with the comment that comes after. */
  async function decide(comment: Moderated, body: unknown): Promise<void> {
    const forms = [...at('comments').children]
    const index = forms.findIndex(form => form.id === `moderated-${comment.id}`)
    await act(async () => {
      const {answer} = await askApi<{status: 'published' | 'rejected'}>(
        `/api/v1/moderation/comments/${encodeURIComponent(comment.id)}`,
        {method: 'PUT', token: sessionToken.get(), etag: comment.etag, body},
      )
      at('said').textContent = t.decided[answer.status](f.number(comment.number))
      await fillQueue()
      if (!at('planner').hidden) await fillMine()
      const next = at('comments').children[Math.min(index, at('comments').children.length - 1)]
      ;(next?.querySelector<HTMLElement>('h3') ?? root.querySelector<HTMLElement>('#queue'))?.focus()
    })
  }

  async function fillMine(): Promise<void> {
    const {answer} = await askApi<{scenarios: ScenarioSummary[]}>('/api/v1/scenarios')
    const own = answer.scenarios.filter(({published_by}) => published_by === holder)
    at('mine').replaceChildren(
      ...(own.length === 0 ? [element('p', {class: 'muted'}, t.mineNone)] : []),
      ...own.map(scenario => ownScenario(scenario, {t, f, address}, reason => withdraw(scenario, reason))),
    )
  }

  async function withdraw({id, title}: ScenarioSummary, reason: string): Promise<void> {
    await act(async () => {
      const path = `/api/v1/scenarios/${encodeURIComponent(id)}`
      const {etag} = await askApi(path)
      await askApi(`${path}?reason=${encodeURIComponent(reason)}`, {
        method: 'DELETE',
        token: sessionToken.get(),
        etag,
      })
      at('mine-said').textContent = t.withdrawn(title)
      await fillMine()
    })
  }

  async function act(work: () => Promise<void>): Promise<void> {
    at('fault').hidden = true
    try {
      await work()
    } catch (error) {
      fault(error)
    }
  }

  function fault(error: unknown): void {
    at('fault').textContent = saysWhy(error, t)
    at('fault').hidden = false
    at('fault').scrollIntoView({block: 'nearest'})
  }
}

function ownScenario(
  {id, title, comments, version}: ScenarioSummary,
  {t, f, address}: {t: ScenarioTexts; f: Format; address: string},
  withdraw: (reason: string) => Promise<void>,
): HTMLElement {
  const reason = element('input', {type: 'text', maxlength: '300', required: ''})
  const form = element(
    'form',
    {class: 'staff-form'},
    element(
      'div',
      {class: 'staff-choice'},
      element('label', {}, element('span', {}, t.withdrawReason), reason),
      element('p', {class: 'plan-actions'}, element('button', {type: 'submit'}, t.withdraw)),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    void withdraw(reason.value)
  })
  return element(
    'article',
    {class: 'staff-comment'},
    element('h3', {}, element('a', {href: `${address}/${id}`}, title)),
    element(
      'p',
      {class: 'cap'},
      `${t.versionOf(f.number(version))} · ${f.count(comments.published, t.commentForms)} · ${t.pendingCount(f.number(comments.pending))}`,
    ),
    form,
  )
}

for (const root of document.querySelectorAll<HTMLElement>('[data-staff]')) start(root)
