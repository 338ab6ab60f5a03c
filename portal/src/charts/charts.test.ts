import {describe, expect, test} from 'vitest'
import {formatter} from '../format.ts'
import {uk} from '../i18n/uk.ts'
import {calibrationDots} from './calibration-dots.ts'
import {decemberBars} from './december-bars.ts'
import {effectIntervals} from './effect-intervals.ts'
import {executionBars} from './execution-bars.ts'
import {hourLevels} from './hour-levels.ts'
import {indicatorMultiples} from './indicator-multiples.ts'
import {labelledBars} from './labelled-bars.ts'
import {limitLine} from './limit-line.ts'
import {medianDots} from './median-dots.ts'
import {monthBars} from './month-bars.ts'
import {outlineMap} from './outline-map.ts'
import {planArrows} from './plan-arrows.ts'
import {markup, textWidth, widths} from './plot.ts'
import {sparkBars} from './spark-bars.ts'
import {sparkLine} from './spark-line.ts'
import {survivalCurves} from './survival-curves.ts'
import {treemap} from './treemap.ts'
import {twoLines} from './two-lines.ts'
import {yearMultiples} from './year-multiples.ts'

const f = formatter(uk.writing)
const figures = uk.figures
const number = (value: number) => f.number(value)
const square = (x: number, y: number, size: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ] as [number, number][],
  ],
})

/** Each chart with data small enough to follow by hand: the amounts of Odesa, rounded. */
const charts: Record<string, (width: number) => SVGSVGElement> = {
  'december-bars': width =>
    decemberBars(
      [2024, 2025].flatMap(year =>
        Array.from({length: 12}, (_, i) => ({year, month: i + 1, millions: i === 11 ? 3300 : 900 + i * 40})),
      ),
      [
        {year: 2024, millions: 1100},
        {year: 2025, millions: 1100},
      ],
      {width, f, meanLabel: figures.december.meanLabel},
    ),
  treemap: width =>
    treemap(
      [
        {
          name: 'Освіта',
          colour: 'var(--c1)',
          millions: 5881,
          share: 0.5,
          children: [
            {name: 'Школи', millions: 4000},
            {name: 'Садки', millions: 1881},
          ],
        },
        {
          name: 'Житло і комунальне господарство',
          colour: 'var(--c2)',
          millions: 2996,
          share: 0.25,
          children: [{name: 'Житло', millions: 2996}],
        },
        {
          name: 'Культура і спорт',
          colour: 'var(--c7)',
          millions: 2.5,
          share: 0.0002,
          children: [{name: 'Спорт', millions: 2.5}],
        },
      ],
      {width, f},
    ),
  'execution-bars': width =>
    executionBars(
      [
        {name: 'Разом', executedMillions: 8580, planMillions: 18_649, role: 'total'},
        {name: 'Ремонти, будівництво, обладнання', executedMillions: 332, planMillions: 2495, role: 'marked'},
        // A group may spend more than its plan, and a plan may be missing.
        {name: 'Зарплата', executedMillions: 6800, planMillions: 6535, role: 'plain'},
        {name: 'Інше', executedMillions: 3, planMillions: 0, role: 'plain'},
      ],
      {
        width,
        f,
        pace: 0.5,
        paceLabel: figures.execution.pace(f.percent(0.5, 0)),
        ofWord: figures.execution.of,
      },
    ),
  'plan-arrows': width =>
    planArrows(
      [
        {year: 2022, januaryMillions: 12_144, amendedMillions: 11_255, executedMillions: 9493},
        {year: 2025, januaryMillions: 13_498, amendedMillions: 17_951, executedMillions: 17_165},
      ],
      {width, f, words: figures.plan},
    ),
  'two-lines': width =>
    twoLines(
      [
        {at: 2021, first: 12_044, second: 11_969},
        {at: 2022, first: 9493, second: 12_380},
        {at: 2023, first: 12_602, second: 13_725},
      ],
      {
        width,
        names: ['Витрачено', 'Надійшло'],
        value: number,
        ticks: [2021, 2022, 2023].map(at => ({at, text: String(at)})),
        hasDots: true,
      },
    ),
  'labelled-bars': width =>
    labelledBars(
      [
        {name: 'Податки', value: 12_501, text: '12 501,0', note: '75 %', tick: 12_400},
        // The tick stands where the label would: the label goes behind it.
        {name: 'Трансферти', value: 2929, text: '2 928,7', note: '18 %', tick: 3100},
        {name: 'Цільові фонди', value: 0, text: '0,0', note: '0 %', tick: 12_600},
      ],
      {width},
    ),
  'survival-curves': width =>
    survivalCurves(
      [0, 1, 7, 30, 90, 180].map((day, i) => ({
        day,
        open: 1 - i * 0.17,
        low: 1 - i * 0.18,
        high: 1 - i * 0.16,
        closedOnly: 1 - i * 0.198,
      })),
      {width, f, markedDay: 30, words: figures.survival},
    ),
  'median-dots': width =>
    medianDots(
      [
        {name: 'Дороги', median: 1.1, low: 1, high: 1.1, closedOnly: 0.9},
        {name: 'Інспекції', median: 17.9, low: 17, high: 18.9, closedOnly: 7.9},
        {name: 'Довідкова', median: null, low: null, high: null, closedOnly: 3.3},
      ],
      {
        width,
        f,
        words: {
          closedOnly: 'лише закриті',
          withOpen: 'з відкритими',
          notReached: 'не досягнуто',
          days: 'діб',
        },
      },
    ),
  'effect-intervals': width =>
    effectIntervals(
      [
        {
          name: 'Диспетчер Заріччянського району',
          effect: 7.5,
          low: 5.7,
          high: 9.3,
          text: '+7,5 в. п.',
          note: 'від +5,7 до +9,3',
        },
        {
          name: 'Нагадування виконавцям у Гаванському районі',
          effect: -0.1,
          low: -4.6,
          high: 4.3,
          text: '−0,1 в. п.',
          note: 'від −4,6 до +4,3',
        },
      ],
      {width, words: {none: 'дії немає'}},
    ),
  'indicator-multiples': width =>
    indicatorMultiples(
      [
        {
          name: 'Звернення, закриті вчасно',
          months: [0, 1, 2, 4, 5].map(at => ({at, value: 0.8 + at * 0.02})),
          districts: {low: 0.82, high: 0.97},
          text: '90,0 %',
          note: '+3,1 в. п. за рік',
        },
        {
          name: 'Виконання видатків проти рівного кроку',
          months: [0, 1, 2, 3, 4, 5].map(at => ({at, value: at * 0.03 - 0.1})),
          districts: null,
          text: '5,0 %',
          note: '',
        },
      ],
      {width, first: 'січ. 2025', last: 'черв. 2025'},
    ),
  'calibration-dots': width =>
    calibrationDots(
      [
        {said: 0.02, came: 0, low: 0, high: 0.04, n: 100, title: 'мало'},
        {said: 0.25, came: 0.35, low: 0.19, high: 0.55, n: 23, title: 'чверть'},
        {said: 0.8, came: 0.78, low: 0.67, high: 0.86, n: 68, title: 'багато'},
      ],
      {width, percent: share => f.percent(share, 0), words: figures.petitionChance},
    ),
  'hour-levels': width =>
    hourLevels(
      Array.from({length: 30}, (_, i) => ({
        at: i,
        level: 1 + (i % 4),
        label: i === 6 ? '21 лист.' : i === 29 ? '22 лист.' : null,
      })),
      {width, levels: figures.airHours.levels},
    ),
  'outline-map': width =>
    outlineMap(
      [
        {name: 'Приморський', geometry: square(30.7, 46.4, 0.1)},
        {name: 'Київський', geometry: square(30.7, 46.5, 0.01)},
      ],
      {width},
    ),
  'year-multiples': width =>
    yearMultiples(
      ['Освіта', 'Житло і комунальне господарство'].flatMap((group, i) =>
        [2024, 2025].map(year => ({
          group,
          year,
          executedMillions: (year - 2020) * (1000 - i * 600),
          planMillions: i === 0 ? 5900 : null,
        })),
      ),
      [
        {name: 'Освіта', colour: 'var(--c1)'},
        {name: 'Житло і комунальне господарство', colour: 'var(--c2)'},
      ],
      {width, f},
    ),
  'month-bars': width =>
    monthBars(
      Array.from({length: 14}, (_, i) => ({
        year: 2023 + Math.floor(i / 12),
        month: (i % 12) + 1,
        value: 20 + i * 3,
        isMarked: i === 13,
      })),
      {width, value: number},
    ),
  'limit-line': width =>
    limitLine(
      Array.from({length: 24}, (_, i) => ({at: 24_000 + i, value: i === 6 ? null : 35 + i})),
      {
        width,
        value: number,
        ticks: [
          {at: 24_000, text: '2000'},
          {at: 24_012, text: '2001'},
        ],
        limit: {value: 40, text: 'річна межа ЄС 40'},
      },
    ),
  'spark-bars': width => sparkBars([1, 3, 2, 5], {width}),
  'spark-line': width => sparkLine([1, 3, 2, 5], {width, isStale: true}),
}

test('dates in a drawing stay dates, on one line or two', () => {
  const name = 'Порив водопроводу, Середмістський район, від насосної станції до вокзалу'
  const rows = [{name, value: 3.625, text: '×3,6', note: '26.10.2026'}]
  for (const width of Object.values(widths)) {
    const drawing = markup(labelledBars(rows, {width}))
    expect(drawing).toContain('>26.10.2026<')
    expect(drawing).toContain('>Порив водопроводу')
  }
  const written = labelsOf(labelledBars(rows, {width: widths.narrow})).map(({text}) => text)
  expect(written.filter(text => name.includes(text.replace('…', '')))).toHaveLength(2)
})

describe.each(Object.keys(charts))('%s', name => {
  const isSmall = name.startsWith('spark')
  const sizes = isSmall ? {wide: 280} : {wide: widths.full, narrow: widths.narrow}

  test.each(Object.entries(sizes))('%s', async (size, width) => {
    const drawing = markup(charts[name]!(width))
    expect(drawing).not.toMatch(/NaN|Infinity|undefined|null/)
    await expect(`${drawing}\n`).toMatchFileSnapshot(`../../test/golden/${name}-${size}.svg`)
  })

  test.each(Object.entries(sizes))('%s: labels stay within the drawing', (_, width) => {
    const labels = labelsOf(charts[name]!(width))
    expect(labels.length > 0).toBe(!isSmall)
    for (const {text, x, y, anchor} of labels) {
      const half = textWidth(text) * 1.1
      const [from, to] =
        anchor === 'start' ? [x, x + half] : anchor === 'end' ? [x - half, x] : [x - half / 2, x + half / 2]
      expect(from, text).toBeGreaterThan(-14)
      expect(to, text).toBeLessThan(width + 14)
      expect(y, text).toBeGreaterThan(0)
    }
  })

  test('draws no letter without ink', () => {
    for (const width of Object.values(sizes))
      expect(charts[name]!(width).querySelector('g[fill="none"] > text')).toBeNull()
  })

  test('hides its parts from screen readers: the figure around it says what it shows', () => {
    const drawing = charts[name]!(widths.narrow)
    expect(drawing.getAttribute('aria-hidden')).toBe('true')
    expect(drawing.querySelector('[aria-label], style')).toBeNull()
  })
})

test('bars past their plan end past 100 %, and a group without a plan says so', () => {
  const texts = labelsOf(charts['execution-bars']!(widths.full)).map(label => label.text)
  expect(texts).toContain('104,1\u00a0%')
  expect(texts).toContain('–')
})

/** Texts of a drawing and where they stand, moves of their groups added up. */
function labelsOf(drawing: SVGSVGElement): {text: string; x: number; y: number; anchor: string}[] {
  return [...drawing.querySelectorAll('text')].map(node => {
    let [x, y] = [0, 0]
    let anchor: string | null = null
    for (let at: Element | null = node; at; at = at.parentElement) {
      const [, dx = '0', dy = '0'] =
        /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(at.getAttribute('transform') ?? '') ?? []
      x += Number(dx)
      y += Number(dy)
      anchor ??= at.getAttribute('text-anchor')
    }
    const longest = [...(node.querySelectorAll('tspan').length > 0 ? node.querySelectorAll('tspan') : [node])]
      .map(part => part.textContent ?? '')
      .sort((a, b) => textWidth(b) - textWidth(a))[0]!
    return {text: longest, x, y, anchor: anchor ?? 'middle'}
  })
}
