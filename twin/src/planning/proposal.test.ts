import {expect, test} from 'vitest'
import {ProposalFault, readProposal, writeProposal} from './proposal.ts'
import {studyFromHash, studyToHash, usualSettings} from './study.ts'

const ring = [
  [30.5, 50.4],
  [30.501, 50.4],
  [30.501, 50.401],
  [30.5, 50.401],
  [30.5, 50.4],
] as [number, number][]
const feature = (properties: object, coordinates: unknown = [ring], type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: {type, coordinates},
})
const proposal = {
  name: 'Будинок на розі',
  parts: [{name: 'А', use: 'housing' as const, storeys: 9, heightMetres: 28.5, rings: [ring]}],
  hides: ['b-1', 'b-2'],
}

test('a proposal is GeoJSON that comes back as it went', () => {
  const text = writeProposal(proposal)
  expect(JSON.parse(text)).toMatchObject({
    type: 'FeatureCollection',
    schema: 'hromada-proposal/1',
    features: [{properties: {storeys: 9, height_m: 28.5}, geometry: {type: 'Polygon', coordinates: [ring]}}],
  })
  expect(readProposal(text)).toEqual(proposal)
})

test('drawings of other programs are read: one feature, open rings, parts, storeys in other words', () => {
  const open = ring.slice(0, 4)
  expect(readProposal(JSON.stringify(feature({'building:levels': '5'}, [open])))).toEqual({
    name: '',
    parts: [{name: '', use: 'other', storeys: 5, heightMetres: 15, rings: [ring]}],
    hides: [],
  })
  const two = readProposal(JSON.stringify(feature({height: 31}, [[ring], [ring]], 'MultiPolygon')))
  expect(two.parts.map(({storeys, heightMetres}) => [storeys, heightMetres])).toEqual([
    [10, 31],
    [10, 31],
  ])
})

const bow = [
  [0, 0],
  [0.001, 0.001],
  [0.001, 0],
  [0, 0.001],
  [0, 0],
]
test.each([
  ['{', 'NOT_JSON'],
  ['[]', 'NOT_GEOJSON'],
  ['null', 'NOT_GEOJSON'],
  ['{"type":"FeatureCollection","features":{"length":1}}', 'NOT_GEOJSON'],
  ['{"type":"FeatureCollection","features":[null]}', 'NOT_GEOJSON'],
  ['{"type":"FeatureCollection","features":[]}', 'NOTHING_TO_BUILD'],
  ['{"type":"FeatureCollection","schema":"hromada-proposal/3","features":[]}', 'UNKNOWN_VERSION'],
  [`"${'x'.repeat(12_000_001)}"`, 'TOO_LARGE'],
  [JSON.stringify(feature({storeys: 3}, [30, 50], 'Point')), 'NOT_GEOJSON'],
  [JSON.stringify(feature({storeys: 3}, [])), 'BAD_FOOTPRINT'],
  [JSON.stringify(feature({storeys: 3}, [[['a', 'b']]])), 'BAD_FOOTPRINT'],
  [JSON.stringify(feature({storeys: 3}, [[...ring.slice(0, 2)]])), 'BAD_FOOTPRINT'],
  [
    JSON.stringify(
      feature({storeys: 3}, [
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      ]),
    ),
    'BAD_FOOTPRINT',
  ],
  [
    JSON.stringify(
      feature({storeys: 3}, [
        [
          [0, 0],
          [0.001, 0],
          [0.002, 0],
        ],
      ]),
    ),
    'BAD_FOOTPRINT',
  ],
  [
    JSON.stringify(
      feature({storeys: 3}, [
        [
          [0, 0],
          [181, 0],
          [0, 1],
        ],
      ]),
    ),
    'BAD_FOOTPRINT',
  ],
  [
    JSON.stringify(
      feature({storeys: 3}, [Array.from({length: 500}, (_, i) => [30 + i * 1e-6, 50 + (i % 2) * 1e-5])]),
    ),
    'TOO_MANY',
  ],
  [JSON.stringify(feature({storeys: 3}, [bow])), 'CROSSING_FOOTPRINT'],
  [JSON.stringify(feature({})), 'BAD_NUMBER'],
  [JSON.stringify(feature({storeys: -4})), 'BAD_NUMBER'],
  [JSON.stringify(feature({storeys: '9; drop'})), 'BAD_NUMBER'],
  [JSON.stringify(feature({storeys: 1e9})), 'BAD_NUMBER'],
  [JSON.stringify(feature({storeys: 3, name: {toString: 'x'}})), 'BAD_TEXT'],
  [JSON.stringify(feature({storeys: 3, name: 'x'.repeat(161)})), 'BAD_TEXT'],
])('what is no proposal is refused by its own code, case %#', (text, code) => {
  try {
    readProposal(text)
  } catch (error) {
    expect(error).toBeInstanceOf(ProposalFault)
    expect((error as ProposalFault).code).toBe(code)
    expect((error as ProposalFault).message.length).toBeLessThan(300)
    return
  }
  expect.unreachable('it was read')
})

test('an error says where', () => {
  expect(() =>
    readProposal(
      JSON.stringify({type: 'FeatureCollection', features: [feature({storeys: 3}), feature({storeys: 999})]}),
    ),
  ).toThrow('features[1].properties.storeys: must be a number from 0.5 to 150, not 999')
})

test('an address carries a study and gives it back', async () => {
  const study = {
    city: 'demo',
    variants: [proposal, {...proposal, name: 'нижчий'}],
    settings: usualSettings,
    viewpoints: [{name: 'Міст', lon: 31.3, lat: 45.9, eyeMetres: 1.7}],
  }
  const hash = await studyToHash(study)
  expect(hash).toMatch(/^[\w-]+$/)
  expect(hash.length).toBeLessThan(600)
  expect(await studyFromHash(hash)).toEqual(study)
})

test('damaged and hostile addresses are refused', async () => {
  const refused = async (hash: string) => {
    const error: unknown = await studyFromHash(hash).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(ProposalFault)
    return (error as ProposalFault).code
  }
  const pack = async (text: string) => {
    const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    return Buffer.from(await new Response(packed).arrayBuffer()).toString('base64url')
  }
  const hash = await studyToHash({
    city: 'demo',
    variants: [proposal],
    settings: usualSettings,
    viewpoints: [],
  })
  expect(await refused('%%%')).toBe('NOT_JSON')
  expect(await refused(hash.slice(0, -20))).toBe('NOT_JSON')
  expect(await refused(await pack('"study"'))).toBe('UNKNOWN_VERSION')
  expect(await refused(await pack('{"schema":"hromada-study/1","city":"demo","variants":{}}'))).toBe(
    'NOT_GEOJSON',
  )
  expect(await refused(await pack('{"schema":"hromada-study/1","city":"demo","variants":[{}]}'))).toBe(
    'NOT_GEOJSON',
  )
  // Ten kilobytes that would be ten megabytes.
  expect(await refused(await pack(' '.repeat(10_000_000)))).toBe('TOO_LARGE')
})
