import {readStory, type Story, writeStory} from '@hromada/twin/layers'

/** A story of one's own as it was left: `isOpen` where nobody closed it. */
export type Draft = {story: Story; index: number; keptAt: string; isOpen: boolean}

/** The one draft of a city that this browser keeps: no server learns of it. */
export type DraftStore = {
  /** Null where there is none, or where what is kept is no story with a slide. */
  get(): Draft | null
  /** Whether it could be kept: a browser may forbid it, or be full. */
  keep(draft: Draft): boolean
  forget(): void
}

/** The part of a browser's storage that is needed. */
type Storage = {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Keeps it as the text of a story's file; it is read like one, as anyone may have written there. */
export function draftStore(city: string, storage: () => Storage): DraftStore {
  const key = `hromada-story-draft-${city}`
  return {
    get() {
      try {
        const {text, index, keptAt, isOpen} = JSON.parse(storage().getItem(key) ?? 'null') as Record<
          string,
          unknown
        >
        const story = readStory(String(text))
        if (story.city !== city || typeof keptAt !== 'string' || Number.isNaN(Date.parse(keptAt))) return null
        const slide = Number.isInteger(index) ? (index as number) : 0
        const at = Math.max(0, Math.min(slide, story.slides.length - 1))
        return {story, index: at, keptAt, isOpen: isOpen === true}
      } catch {
        return null
      }
    },
    keep({story, ...rest}) {
      try {
        storage().setItem(key, JSON.stringify({text: writeStory(story), ...rest}))
        return true
      } catch {
        return false
      }
    },
    forget() {
      try {
        storage().removeItem(key)
      } catch {
        // Where nothing may be kept, nothing was.
      }
    },
  }
}
