import fc from 'fast-check'
import {expect, test} from 'vitest'
import {emptyState, readState, type ViewState, writeState} from './view-state.ts'

const known = {
  layers: new Map([
    ['buildings', new Set(['levels', 'height_m', 'use'])],
    ['shelters', new Set(['type', 'odd:na,me%'])],
  ]),
  others: ['terrain', 'map'],
}
const state: ViewState = {
  view: {
    lon: 31.32371,
    lat: 45.89767,
    heightMetres: 44,
    headingDegrees: 348,
    pitchDegrees: -22,
    rangeMetres: 5600,
  },
  layers: ['buildings', 'map'],
  styles: new Map([['buildings', {column: 'height_m', method: 'even', classes: 5}]]),
  filters: new Map([
    ['buildings', [{column: 'levels', kind: 'range', from: 5, to: null}]],
    ['shelters', [{column: 'odd:na,me%', kind: 'values', values: ['a,b', 'в: г', '50 %2C']}]],
  ]),
  times: new Map([['shelters', {column: 'type', step: '2026-11'}]]),
  sunAt: Date.UTC(2026, 5, 21, 15, 30),
  section: {lon: 31.3237, lat: 45.8977, sideMetres: 400, topMetres: 12},
  groundShare: 0.4,
  stand: {lon: 31.32, lat: 45.89, headingDegrees: 90, pitchDegrees: -5},
  pick: 'shelters:17',
}

test('what is written is read', () => {
  const text = writeState(state).toString()
  expect(readState(new URLSearchParams(text), known)).toEqual({state, faults: []})
  expect(decodeURIComponent(text).startsWith('at=31.32371,45.89767,44,348,-22,5600&on=buildings,map')).toBe(
    true,
  )
})

test('a view as it opens needs no words', () => {
  expect(writeState(emptyState()).toString()).toBe('')
  expect(writeState({...emptyState(), layers: []}).toString()).toBe('on=&v=1')
  expect(readState(new URLSearchParams('on=&v=1'), known).state.layers).toEqual([])
})

test('links from before there were views still open their row', () => {
  const {state: read, faults} = readState(new URLSearchParams('city=demo&pick=buildings:PR-00001'), known)
  expect(read).toEqual({...emptyState(), pick: 'buildings:PR-00001'})
  expect(faults).toEqual([])
})

test('a link names the first version that knows all that is in it', () => {
  const version = (part: Partial<ViewState>) => writeState({...emptyState(), ...part}).get('v')
  expect(version({view: state.view})).toBe('1')
  expect(version({section: state.section})).toBe('2')
  expect(version({groundShare: 0.1})).toBe('2')
  expect(version({stand: state.stand})).toBe('2')
  expect(version({pick: 'shelters:17'})).toBe(null)
  // As links were written before there was a second version.
  const old = 'at=31.32371,45.89767,44,348,-22,5600&on=buildings,map&sun=2026-06-21T15:30Z&v=1'
  const {state: read, faults} = readState(new URLSearchParams(old), known)
  const {view, sunAt} = state
  expect(read).toEqual({...emptyState(), view, sunAt, layers: ['buildings', 'map']})
  expect(faults).toEqual([])
})

test('a camera without a height looks at the ground that is there', () => {
  const view = {
    lon: 31.3237,
    lat: 45.8977,
    heightMetres: null,
    headingDegrees: 0,
    pitchDegrees: -35,
    rangeMetres: 500,
  }
  const text = decodeURIComponent(writeState({...emptyState(), view}).toString())
  expect(text).toBe('at=31.32370,45.89770,,0,-35,500&v=3')
  expect(readState(new URLSearchParams(text), known)).toEqual({state: {...emptyState(), view}, faults: []})
})

test('a link of a version to come is not guessed at', () => {
  const {state: read, faults} = readState(new URLSearchParams('v=4&at=1,2,3,4,-5,600'), known)
  expect(read).toEqual(emptyState())
  expect(faults).toEqual([{fault: 'version', text: '4'}])
})

test.each([
  'at=1,2,3',
  'at=NaN,0,0,0,0,0',
  'at=31,45,0,0,-20,1e9',
  'at=31,95,0,0,-20,100',
  'on=nothing',
  'style=buildings:height_m:median:5',
  'style=buildings:secret:even:5',
  'style=buildings:height_m:even:9',
  'style=__proto__:constructor:even:5',
  'filter=buildings:levels:',
  'filter=buildings:levels:5..x',
  'filter=shelters:secret:=a',
  'time=shelters:type:yesterday',
  'sun=2026-13-41T99:00Z',
  'sun=<script>',
  'cut=31,45,400',
  'cut=31,45,1e9,12',
  'cut=31,95,400,12',
  'under=400',
  'under=-1',
  'under=',
  'walk=31,45,0',
  'walk=31,45,0,120',
  `filter=shelters:type:=${'x'.repeat(5000)}`,
])('%s is said to be unreadable, and the page is as it opens', text => {
  const {state: read, faults} = readState(new URLSearchParams(text), known)
  expect(read).toEqual(emptyState())
  expect(faults).toHaveLength(1)
  expect(faults[0]!.text.length).toBeLessThanOrEqual(60)
})

test('one bad part takes no other with it', () => {
  const {state: read, faults} = readState(
    new URLSearchParams('on=buildings,nothing&style=x:y:z:1&filter=buildings:levels:..3&v=1'),
    known,
  )
  expect(read.layers).toEqual(['buildings'])
  expect(read.filters.get('buildings')).toEqual([{column: 'levels', kind: 'range', from: null, to: 3}])
  expect(faults.map(({text}) => text)).toEqual(['on=buildings,nothing', 'style=x:y:z:1'])
})

test('whatever an address holds, reading it does not throw', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('at', 'on', 'style', 'filter', 'time', 'sun', 'cut', 'under', 'walk', 'v', 'pick'),
          fc.string(),
        ),
      ),
      pairs => {
        readState(new URLSearchParams(pairs), known)
      },
    ),
    {numRuns: 300},
  )
})
