import {packText, unpackText} from '../packed-text.ts'

/** A view with words about it. */
export type Slide = {
  title: string
  /** Paragraphs, lists and strong words as `story-blocks.ts` reads them; no markup. */
  text: string
  /** The view as the query of an address (`view-state.ts`); empty as the page opens. */
  view: string
  /** A study of proposals as an address carries it after `#plan=`. */
  plan?: string
}

/** Views of one city, one after another. */
export type Story = {city: string; title: string; slides: Slide[]}

/** Permanent codes of what can be wrong with a story. */
export type StoryFaultCode = 'NOT_JSON' | 'NOT_A_STORY' | 'UNKNOWN_VERSION' | 'TOO_LARGE'

/** Why something is no story: a code for programs, and the place in it, such as `slides[2].text`. */
export class StoryFault extends Error {
  readonly code: StoryFaultCode
  readonly place: string

  constructor(code: StoryFaultCode, place: string, message: string) {
    super(place ? `${place}: ${message}` : message)
    this.name = 'StoryFault'
    this.code = code
    this.place = place
  }
}

const schema = 'hromada-story/1'
export const mostSlides = 60
export const mostStoryBytes = 2_000_000
const mostLetters = {city: 80, title: 200, text: 5000, view: 4000, plan: 200_000}

/** A story as the text of a file: JSON, a field a line. */
export function writeStory({city, title, slides}: Story): string {
  const kept = slides.map(slide => ({
    title: slide.title,
    text: slide.text,
    view: slide.view,
    ...(slide.plan ? {plan: slide.plan} : {}),
  }))
  return `${JSON.stringify({schema, city, title, slides: kept}, null, 2)}\n`
}

/**
 * The story a text holds. Whatever else is in it is left out.
 * @throws StoryFault
 */
export function readStory(text: string): Story {
  if (text.length > mostStoryBytes)
    throw new StoryFault('TOO_LARGE', '', `A story has at most ${mostStoryBytes} characters.`)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new StoryFault('NOT_JSON', '', 'This is not JSON.')
  }
  const story = recordOf(document, '')
  if (typeof story.schema === 'string' && story.schema !== schema)
    throw new StoryFault('UNKNOWN_VERSION', 'schema', `"${story.schema.slice(0, 40)}"; this reads ${schema}.`)
  if (story.schema !== schema) throw new StoryFault('NOT_A_STORY', 'schema', `must be "${schema}".`)
  const {slides} = story
  if (!Array.isArray(slides) || slides.length === 0)
    throw new StoryFault('NOT_A_STORY', 'slides', 'must be a list of at least one slide.')
  if (slides.length > mostSlides)
    throw new StoryFault('TOO_LARGE', 'slides', `has ${slides.length}; a story has at most ${mostSlides}.`)
  return {
    city: textOf(story, 'city', ''),
    title: textOf(story, 'title', ''),
    slides: slides.map((slide: unknown, index) => slideOf(slide, `slides[${index}]`)),
  }
}

/** A story for the part of an address after `#story=`. */
export const storyToHash = (story: Story): Promise<string> =>
  packText(JSON.stringify(JSON.parse(writeStory(story))))

/**
 * The story that an address carries.
 * @throws StoryFault
 */
export async function storyFromHash(hash: string): Promise<Story> {
  let text: string
  try {
    text = await unpackText(hash, mostStoryBytes)
  } catch (error) {
    if (error instanceof RangeError) throw new StoryFault('TOO_LARGE', '', error.message)
    throw new StoryFault('NOT_JSON', '', 'The address is damaged: what it carries cannot be unpacked.')
  }
  return readStory(text)
}

function slideOf(given: unknown, place: string): Slide {
  const slide = recordOf(given, place)
  const view = textOf(slide, 'view', place)
  // A view is put into the page's own address: it may be nothing but a query.
  if (!/^[^\s#<>"]*$/.test(view)) throw new StoryFault('NOT_A_STORY', `${place}.view`, 'is no query.')
  const plan = slide.plan === undefined ? '' : textOf(slide, 'plan', place)
  if (!/^[\w-]*$/.test(plan)) throw new StoryFault('NOT_A_STORY', `${place}.plan`, 'is no packed study.')
  return {
    title: textOf(slide, 'title', place),
    text: textOf(slide, 'text', place),
    view,
    ...(plan ? {plan} : {}),
  }
}

function textOf(record: Record<string, unknown>, name: keyof typeof mostLetters, place: string): string {
  const [text, at] = [record[name], place ? `${place}.${name}` : name]
  if (typeof text !== 'string') throw new StoryFault('NOT_A_STORY', at, 'must be a text.')
  if (text.length > mostLetters[name])
    throw new StoryFault('TOO_LARGE', at, `has ${text.length} characters; at most ${mostLetters[name]}.`)
  return text
}

function recordOf(value: unknown, place: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new StoryFault('NOT_A_STORY', place, 'must be an object.')
}
