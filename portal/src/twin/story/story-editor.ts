import type {Format} from '../../format.ts'
import {element} from '../element.ts'
import {icon} from '../icon.ts'
import type {OpenStory} from './start-story.ts'
import {slideName} from './story-player.ts'
import type {StoryTexts} from './story-texts.ts'

type Words = {t: StoryTexts; f: Format}

/** What can be done with a story that is being made. */
type Deeds = {
  /** A title or a text was typed. */
  type(change: {title?: string; slide?: {title?: string; text?: string}}): void
  choose(index: number): void
  add(): void
  retake(): void
  see(): void
  move(from: number, to: number): void
  remove(index: number): void
  play(): void
  save(): void
  link(): void
  /** Does away with the draft that was open again. */
  discard(): void
  close(): void
}

const paths = {up: 'M4 12l6-6 6 6', down: 'M4 8l6 6 6-6', remove: 'M5 5l10 10M15 5L5 15'}

/**
 * Fields and buttons to make a story with; the keyboard's place is `data-control`. `restoredAt` is when a draft that is
 * open again was kept.
 */
export function storyEditor(
  {story, index}: OpenStory,
  restoredAt: string | null,
  words: Words,
  deeds: Deeds,
): Node[] {
  const {t, f} = words
  const slide = story.slides[index]
  const button = (control: string, label: string | Node, onClick: () => void, attributes = {}) => {
    const made = element('button', {type: 'button', 'data-control': control, ...attributes}, label)
    made.addEventListener('click', onClick)
    return made
  }
  const field = (
    control: string,
    label: string,
    value: string,
    mostLetters: number,
    onInput: (text: string) => void,
  ) => {
    const input = element('input', {
      type: 'text',
      'data-control': control,
      maxlength: String(mostLetters),
      autocomplete: 'off',
    })
    input.value = value
    input.addEventListener('input', () => onInput(input.value))
    return element('label', {class: 'is-wide'}, element('span', {}, label), input)
  }
  const area = element('textarea', {
    rows: '5',
    maxlength: '5000',
    'data-control': 'slide-text',
    'aria-describedby': 'twin-story-help',
  })
  area.value = slide?.text ?? ''
  area.addEventListener('input', () => deeds.type({slide: {text: area.value}}))

  const row = (at: number) => {
    const name = slideName(story.slides[at]!, at, words)
    const arrow = (control: string, path: string, label: string, to: number) =>
      button(`${control}-${at}`, icon(path), () => deeds.move(at, to), {
        'aria-label': label,
        title: label,
        ...(to < 0 || to >= story.slides.length ? {'aria-disabled': 'true'} : {}),
      })
    return element(
      'li',
      {},
      button(`slide-${at}`, name, () => deeds.choose(at), at === index ? {'aria-current': 'true'} : {}),
      element(
        'span',
        {class: 'twin-story-order'},
        arrow('up', paths.up, t.up(name), at - 1),
        arrow('down', paths.down, t.down(name), at + 1),
        button(`remove-${at}`, icon(paths.remove), () => deeds.remove(at), {
          'aria-label': t.remove(name),
          title: t.remove(name),
        }),
      ),
    )
  }

  return [
    restoredAt !== null &&
      element(
        'div',
        {class: 'twin-story-draft'},
        element('p', {}, t.draftRestored(f.moment(restoredAt))),
        button('discard', t.discard, deeds.discard),
      ),
    field('title', t.title, story.title, 200, title => deeds.type({title})),
    story.slides.length > 0 &&
      element('ol', {class: 'twin-story-slides'}, ...story.slides.map((_, at) => row(at))),
    element('div', {class: 'twin-tool-row'}, button('add', t.add, deeds.add)),
    ...(slide
      ? [
          field('slide-title', t.slideTitle, slide.title, 200, title => deeds.type({slide: {title}})),
          element('label', {class: 'is-wide'}, element('span', {}, t.slideText), area),
          element('p', {class: 'cap', id: 'twin-story-help'}, t.textHelp),
          element(
            'div',
            {class: 'twin-tool-row'},
            button('see', t.see, deeds.see),
            button('retake', t.retake, deeds.retake),
          ),
        ]
      : []),
    element(
      'div',
      {class: 'twin-tool-row'},
      ...(slide
        ? [
            button('play', t.play, deeds.play),
            button('save', t.save, deeds.save),
            button('link', t.link, deeds.link),
          ]
        : []),
      button('close', t.close, deeds.close),
    ),
  ].filter(node => node !== false)
}
