import {readStory, type Slide, type Story, StoryFault, storyFromHash, writeStory} from '@hromada/twin/layers'
import {element, marked} from '../element.ts'
import type {Page} from '../page.ts'
import {saveFile} from '../tools/save-file.ts'
import type {Draft} from './draft-store.ts'
import {printStory} from './print-story.ts'
import {storyDrafts} from './story-drafts.ts'
import {storyEditor} from './story-editor.ts'
import {mostLinkLetters, storyLink} from './story-link.ts'
import {slideName, storyPlayer} from './story-player.ts'
import {storyShelf} from './story-shelf.ts'
import {storyTextsIn} from './story-texts.ts'

/** What stories need of the page around them. */
type View = {
  /** What is seen now, as the query of an address. */
  now(): string
  /** Makes the page so; resolves when the layers are there. */
  show(query: string): Promise<void>
  /** Shows the proposal that planning works on, or leaves it out: a slide without one is of the city as it is. */
  showPlan(isShown: boolean): void
}

/** The story that is open: `id` where it is one of the city's own, which were not changed here. */
export type OpenStory = {id: string | null; story: Story; index: number}

export type StoryPart = {
  /** Opens the story that the address names or carries. With `isKept` what the address shows of it stays. */
  openAddress(isKept: boolean): Promise<void>
}

/** Brings stories to life: the city's own, one that is being made, one from a file or from an address. */
export function startStory(page: Page, view: View): StoryPart {
  const {root, host, setup, f, say} = page
  const t = storyTextsIn(setup.lang)
  const words = {t, f, isDemo: setup.city.isDemo}
  const [toggle, panel, body, said] = ['toggle', 'panel', 'body', 'said'].map(mark =>
    marked(root, `story-${mark}`),
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement]
  let open: OpenStory | null = null
  let isEdited = false
  /** When the draft that is open again had been kept. */
  let restoredAt: string | null = null
  const drafts = storyDrafts(setup.city.id, () => tell(t.draftNotKept))
  // Slides come one after another: a view that is on its way is not overtaken by the next.
  let showing = Promise.resolve()

  toggle.addEventListener('click', () => reveal(panel.hidden !== false))
  for (const button of root.querySelectorAll<HTMLElement>('[data-twin-story-open]'))
    button.addEventListener('click', () => openOwn(button.dataset.twinStoryOpen!, 0))
  root.addEventListener('keydown', event => {
    const by = {PageDown: 1, PageUp: -1}[event.key]
    const from = event.target as HTMLElement
    const isHere = host.contains(from) || panel.contains(from)
    if (!by || !open || isEdited || !isHere || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    go(open.index + by)
  })

  function reveal(isOpen: boolean): void {
    panel.hidden = !isOpen
    toggle.setAttribute('aria-expanded', String(isOpen))
    if (isOpen) draw()
  }

  /** Draws what is open again; the keyboard stays on the control it was on, or goes to the one that is named. */
  function draw(control?: string): void {
    const before = body.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-control')
      : null
    const isUnfolded = body.querySelector('details')?.open ?? false
    body.replaceChildren(...(open ? (isEdited ? editor(open) : player(open)) : shelf()))
    const details = body.querySelector('details')
    if (details) details.open = isUnfolded
    const wanted = control ?? before
    const found = wanted && body.querySelector<HTMLElement>(`[data-control="${CSS.escape(wanted)}"]`)
    if (found) found.focus({preventScroll: true})
  }

  function tell(text: string): void {
    said.textContent = text
    if (text) say(text)
  }

  const shelf = () =>
    storyShelf(setup.stories ?? [], drafts.left(), words, {
      open: id => openOwn(id, 0),
      openFile: file => void openFile(file),
      make: () => edit({id: null, story: {city: setup.city.id, title: '', slides: []}, index: 0}),
      goOn: draft => goOn(draft, 'title'),
      discard,
    })

  const player = (one: OpenStory) =>
    storyPlayer(one, words, {
      go,
      edit: () => edit(one),
      save,
      link: () => void link(),
      print: () => void print(),
      close,
    })

  const editor = (one: OpenStory) =>
    storyEditor(one, restoredAt, words, {
      type({title, slide}) {
        if (title !== undefined) change({title}, false)
        if (slide) changeSlide(slide, false)
      },
      choose(index) {
        open = {...one, index}
        draw()
      },
      add() {
        const {slides} = open!.story
        const index = slides.length === 0 ? 0 : open!.index + 1
        change({slides: slides.toSpliced(index, 0, {title: '', text: '', ...taken()})}, false)
        open = {...open!, index}
        draw('slide-title')
        tell(t.added(f.number(index + 1)))
      },
      retake() {
        changeSlide(taken())
        tell(t.retaken)
      },
      see: () => void showSlide(open!.story.slides[open!.index]!),
      move(from, to) {
        const {slides} = open!.story
        if (to < 0 || to >= slides.length) return
        const moved = slides[from]!
        change({slides: slides.toSpliced(from, 1).toSpliced(to, 0, moved)}, false)
        open = {...open!, index: to}
        draw(`${to > from ? 'down' : 'up'}-${to}`)
        tell(t.moved(slideName(moved, from, words), f.number(to + 1), f.number(slides.length)))
      },
      remove(index) {
        const {slides} = open!.story
        const gone = slideName(slides[index]!, index, words)
        change({slides: slides.toSpliced(index, 1)}, false)
        open = {...open!, index: Math.max(0, Math.min(open!.index, slides.length - 2))}
        draw(slides.length > 1 ? `remove-${Math.min(index, slides.length - 2)}` : 'add')
        tell(t.removed(gone))
      },
      play() {
        isEdited = false
        go(open!.index)
      },
      save,
      link: () => void link(),
      discard,
      close,
    })

  /** The view as it is now, for a slide, with the proposals that the address carries. */
  function taken(): Pick<Slide, 'view' | 'plan'> {
    const plan = /[#&]plan=([\w-]+)/.exec(location.hash)?.[1]
    return {view: view.now(), ...(plan ? {plan} : {})}
  }

  function change(part: Partial<Story>, isDrawn = true): void {
    // A story of the city that is changed is the reader's own from then on.
    open = {...open!, id: null, story: {...open!.story, ...part}}
    drafts.keep(open)
    nameInAddress()
    if (isDrawn) draw()
  }

  function changeSlide(part: Partial<Slide>, isDrawn = true): void {
    const {story, index} = open!
    const {plan: _, ...before} = story.slides[index]!
    // A view that is taken anew brings its own proposals, or none.
    const slide = part.view === undefined ? {...story.slides[index]!, ...part} : {...before, ...part}
    change({slides: story.slides.with(index, slide)}, isDrawn)
    const name = body.querySelector(`[data-control="slide-${index}"]`)
    if (name) name.textContent = slideName(slide, index, words)
  }

  function edit(one: OpenStory): void {
    open = one
    isEdited = true
    tell('')
    reveal(true)
    draw('title')
  }

  /** Opens a draft again, and says of when it is. */
  function goOn({story, index, keptAt}: Draft, control?: string): void {
    open = {id: null, story, index}
    isEdited = true
    restoredAt = keptAt
    panel.hidden = false
    toggle.setAttribute('aria-expanded', 'true')
    draw(control)
    say(t.draftRestored(f.moment(keptAt)))
  }

  function discard(): void {
    drafts.forget()
    leave()
    tell(t.discarded)
  }

  function openOwn(id: string, index: number, isKept = false): void {
    const found = setup.stories?.find(one => one.id === id)
    if (found) begin({id, story: found.story, index}, isKept)
    else refuse(t.notFound(id))
  }

  async function openFile(file: File | undefined): Promise<void> {
    if (!file) return
    await openText(file.text().then(readStory))
  }

  async function openText(reading: Promise<Story>, index = 0, isKept = false): Promise<void> {
    try {
      const story = await reading
      if (story.city !== setup.city.id) return refuse(t.otherCity(story.city))
      begin({id: null, story, index}, isKept)
    } catch (error) {
      if (!(error instanceof StoryFault)) throw error
      refuse([t.faults[error.code], ...(error.place ? [t.where(error.place)] : [])].join(' '))
    }
  }

  function refuse(why: string): void {
    reveal(true)
    tell(why)
  }

  function begin(one: OpenStory, isKept: boolean): void {
    drafts.leave()
    restoredAt = null
    open = {...one, index: Math.max(0, Math.min(one.index, one.story.slides.length - 1))}
    isEdited = false
    reveal(true)
    go(open.index, 'slide', isKept)
  }

  /** Turns to a slide: its words at once, its view as soon as its layers are there. */
  function go(index: number, control?: string, isKept = false): void {
    const slide = open?.story.slides[index]
    if (!open || !slide) return
    open = {...open, index}
    nameInAddress()
    draw(control)
    tell('')
    const {t: words_, f: format} = words
    const position = words_.position(format.number(index + 1), format.number(open.story.slides.length))
    const spoken = `${position}. ${slideName(slide, index, words)}. ${slide.text.replaceAll(/\*\*|^- /gm, '')}`
    // Words and view are seen together; on a narrow screen the words come first.
    const {top, bottom} = panel.getBoundingClientRect()
    if (control && (top < 0 || bottom > innerHeight)) marked(root, 'frame').scrollIntoView({block: 'start'})
    if (isKept) say(spoken)
    else void showSlide(slide).then(() => open?.story.slides[open.index] === slide && say(spoken))
  }

  function showSlide(slide: Slide): Promise<void> {
    const isWanted = () => open?.story.slides[open.index] === slide
    showing = showing.then(async () => {
      // Whoever leafs through quickly sees the last.
      if (!isWanted()) return
      view.showPlan(slide.plan !== undefined)
      if (slide.plan) carryPlan(slide.plan)
      await view.show(slide.view)
    })
    return showing
  }

  /** The story's name and slide in the address, so that it can be sent and come back to. */
  function nameInAddress(): void {
    const address = new URL(location.href)
    address.searchParams.delete('story')
    address.searchParams.delete('slide')
    if (open?.id) {
      address.searchParams.set('story', open.id)
      if (open.index > 0) address.searchParams.set('slide', String(open.index + 1))
    }
    if (address.href !== location.href) history.replaceState(null, '', address)
  }

  function save(): void {
    const file = new Blob([writeStory(open!.story)], {type: 'application/json'})
    saveFile(`${t.fileName}-${setup.city.id}.json`, file)
    if (!open!.id) drafts.forget()
    restoredAt = null
    draw('save')
    tell(t.saved)
  }

  async function link(): Promise<void> {
    const address = await storyLink(setup.address, setup.city.id, open!)
    if (address.length > mostLinkLetters)
      return tell(t.linkTooLong(f.number(address.length), f.number(mostLinkLetters)))
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    )
    tell(isCopied ? t.linked : t.linkByHand)
    if (isCopied) return
    const field = element('input', {type: 'text', readonly: '', 'aria-label': t.linkField})
    field.value = address
    said.append(field)
    field.select()
  }

  async function print(): Promise<void> {
    const one = open!
    const count = f.number(one.story.slides.length)
    await printStory(one, {
      ...words,
      source: `${t.source}: ${setup.city.name}, ${setup.release.id}.`,
      address: new URL(setup.address, location.href).href,
      async picture(index) {
        tell(t.printing(f.number(index + 1), count))
        open = {...one, index}
        await showSlide(one.story.slides[index]!)
        if (!page.tools || !page.scene) return flatPicture()
        await page.scene.twin.settled(8000)
        return page.tools.picture()
      },
    })
    open = one
    await showSlide(one.story.slides[one.index]!)
    draw('print')
    tell(t.printed)
  }

  /** The flat plan with the legends of what is on it. */
  function flatPicture(): Element | null {
    const copy = (selector: string) => [...root.querySelectorAll(selector)].map(one => one.cloneNode(true))
    const [plan] = copy('.twin-plan')
    if (!plan) return null
    const legends = copy('[data-twin-shown] :is(.twin-legend-title, .twin-legend)')
    return element('div', {}, plan, ...legends)
  }

  function close(): void {
    const isLeft = drafts.leave()
    leave()
    tell(isLeft ? t.closedKept : t.closed)
  }

  /** Leaves the story that is open for the shelf. */
  function leave(): void {
    open = null
    isEdited = false
    restoredAt = null
    view.showPlan(true)
    nameInAddress()
    draw('make')
  }

  const namedStory = () => ({
    hash: /[#&]story=([\w-]+)/.exec(location.hash)?.[1],
    id: new URLSearchParams(location.search).get('story'),
  })
  const left = drafts.left()
  if (left?.isOpen && !namedStory().hash && !namedStory().id) goOn(left)

  return {
    async openAddress(isKept) {
      const {hash, id} = namedStory()
      const index = Number(new URLSearchParams(location.search).get('slide') ?? 1) - 1
      if (hash) await openText(storyFromHash(hash), index, false)
      else if (id) openOwn(id.slice(0, 80), index, isKept)
    },
  }

  /** Hands a study to planning as an address would. */
  function carryPlan(plan: string): void {
    if (location.hash === `#plan=${plan}`) return
    const address = new URL(location.href)
    address.hash = `plan=${plan}`
    history.replaceState(null, '', address)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }
}
