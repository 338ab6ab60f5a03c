import type {Slide} from '@hromada/twin/layers'
import type {Format} from '../../format.ts'
import {element} from '../element.ts'
import type {OpenStory} from './start-story.ts'
import type {StoryTexts} from './story-texts.ts'
import {writeBlocks} from './write-blocks.ts'

type Words = {t: StoryTexts; f: Format; isDemo: boolean}

/** What can be done with a story that is being read. */
type Deeds = {go(index: number): void; edit(): void; save(): void; link(): void; print(): void; close(): void}

/** What a slide is called. */
export const slideName = ({title}: Slide, index: number, {t, f}: Pick<Words, 't' | 'f'>): string =>
  title.trim() || t.untitledSlide(f.number(index + 1))

/** The slide that is shown, its words, and the ways on; the keyboard's place is `data-control`. */
export function storyPlayer({story, index}: OpenStory, words: Words, deeds: Deeds): Node[] {
  const {t, f, isDemo} = words
  const slide = story.slides[index]!
  const last = story.slides.length - 1
  const button = (control: string, label: string, onClick: () => void, attributes = {}) => {
    const made = element('button', {type: 'button', 'data-control': control, ...attributes}, label)
    made.addEventListener('click', onClick)
    return made
  }
  return [
    element(
      'p',
      {class: 'cap twin-story-of'},
      element('b', {}, story.title || t.untitled),
      ' ',
      isDemo && element('span', {class: 'tag'}, t.invented),
    ),
    element(
      'h2',
      {tabindex: '-1', 'data-control': 'slide', class: 'twin-story-title'},
      slideName(slide, index, words),
    ),
    element('div', {class: 'twin-story-text'}, ...writeBlocks(slide.text)),
    element(
      'div',
      {class: 'twin-story-keys', role: 'group', 'aria-label': t.story},
      // Neither goes away at an end: whoever is on it would lose the keyboard.
      button('previous', t.previous, () => deeds.go(index - 1), index === 0 ? {'aria-disabled': 'true'} : {}),
      element(
        'span',
        {class: 'twin-story-position'},
        t.shortPosition(f.number(index + 1), f.number(last + 1)),
      ),
      button('next', index < last ? t.next : t.again, () => deeds.go(index < last ? index + 1 : 0)),
    ),
    element(
      'details',
      {class: 'twin-story-contents'},
      element('summary', {'data-control': 'contents'}, t.contents),
      element(
        'ol',
        {},
        ...story.slides.map((one, at) =>
          element(
            'li',
            {},
            button(
              `slide-${at}`,
              slideName(one, at, words),
              () => deeds.go(at),
              at === index ? {'aria-current': 'step'} : {},
            ),
          ),
        ),
      ),
    ),
    element(
      'div',
      {class: 'twin-tool-row'},
      button('edit', t.edit, deeds.edit),
      button('save', t.save, deeds.save),
      button('link', t.link, deeds.link),
      button('print', t.print, deeds.print),
      button('close', t.close, deeds.close),
    ),
    element('p', {class: 'cap'}, t.keys),
  ]
}
