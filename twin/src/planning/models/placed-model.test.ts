import {expect, test} from 'vitest'
import {type AnalysisTask, analyse} from '../analyse.ts'
import {checkRules} from '../check-rules.ts'
import {areaOf} from '../polygons.ts'
import {type Proposal, type ProposalPart, readProposal, writeProposal} from '../proposal.ts'
import {quantitiesOf} from '../quantities.ts'
import type {SiteBuilding} from '../site.ts'
import {siteFrame} from '../site-frame.ts'
import {studyFromHash, studyToHash, usualSettings} from '../study.ts'
import {addBox, type Place} from './box.fixture.ts'
import {MeshBuilder} from './mesh.ts'
import {footprintIn, type ModelPlace, partOfModel} from './placed-model.ts'
import {bodyOf} from './read-model.ts'

const [lon, lat] = [31.3, 45.9]
const frame = siteFrame(lon, lat)
const rectangle = (west: number, south: number, east: number, north: number) =>
  (
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][]
  ).map(frame.toDegrees)
const source = {sha256: 'ab'.repeat(32), format: 'glTF', file: 'box.glb', bytes: 1000, unit: 'm'} as const
const modelOf = (
  boxes: [Place, Place][],
  place: Partial<ModelPlace> = {},
  floors: number[] | null = null,
) => {
  const builder = new MeshBuilder()
  for (const [from, to] of boxes) addBox(builder, from, to, '#3366cc')
  return partOfModel(
    source,
    bodyOf(builder.mesh(), floors, false),
    {lon, lat, turnDegrees: 0, aboveGroundMetres: 0, ...place},
    {name: 'Модель', use: 'housing'},
  )
}
const drawn: ProposalPart = {
  name: '',
  use: 'housing',
  storeys: 10,
  heightMetres: 30,
  rings: [rectangle(-15.5, -9.5, 15.5, 9.5)],
}
const house: SiteBuilding = {
  key: 'house',
  name: 'Будинок',
  polygons: [[rectangle(-10, 30, 10, 40)]],
  lon,
  lat: lat + 35 / 111_000,
  heightMetres: 9,
  storeys: 3,
  areaM2: 200,
  isHousing: true,
}
const task = (part: ProposalPart): AnalysisTask => ({
  ...{lon, lat},
  proposal: {name: '', parts: [part], hides: []},
  buildings: [house],
  ground: null,
  settings: {...usualSettings, day: '2026-12-21', cellMetres: 2, radiusMetres: 100},
  instant: Date.parse('2026-12-21T10:00:00Z'),
  viewpoints: [{name: 'перед', lon, lat: lat - 80 / 111_150, eyeMetres: 1.6, isOwn: false}],
})
const asBox = modelOf([
  [
    [-15.5, -9.5, 0],
    [15.5, 9.5, 30],
  ],
])

test('a model that is a box has every number of the box that is drawn', () => {
  const alone = (part: ProposalPart) => quantitiesOf({name: '', parts: [part], hides: []}, frame)
  for (const [name, value] of Object.entries(alone(drawn)))
    expect(alone(asBox)[name as keyof ReturnType<typeof alone>], name).toBeCloseTo(
      value,
      name === 'volumeM3' ? -1 : 0,
    )
  const [byHand, byModel] = [analyse(task(drawn)), analyse(task(asBox))]
  expect(byModel.newShadeM2).toBe(byHand.newShadeM2)
  expect(byModel.losingM2).toBe(byHand.losingM2)
  expect(byModel.proposed).toEqual(byHand.proposed)
  expect(byModel.skyProposed).toBe(byHand.skyProposed)
  expect(byModel.ownFacadeHours.points).toBe(byHand.ownFacadeHours.points)
  expect(byModel.ownFacadeHours.mean).toBeCloseTo(byHand.ownFacadeHours.mean, 4)
  expect(byModel.losing[0]!.lostHours).toBeCloseTo(byHand.losing[0]!.lostHours, 5)
  expect(byModel.views).toEqual(byHand.views)
})

test('a tower on a low base: shade, floors and the sky plane are of its steps, not of its outline raised', () => {
  const stepped = modelOf([
    [
      [-15, -10, 0],
      [15, 10, 6],
    ],
    [
      [-15, -10, 6],
      [-5, 0, 30],
    ],
  ])
  const proposal: Proposal = {name: '', parts: [stepped], hides: []}
  const {footprintM2, floorAreaM2, volumeM3, storeys} = quantitiesOf(proposal, frame)
  // Ten storeys of three metres: two of 600 m², eight of 100 m²; 3,600 + 2,400 m³.
  expect([footprintM2, floorAreaM2, volumeM3, storeys].map(Math.round)).toEqual([600, 2000, 6000, 10])
  expect(analyse(task(stepped)).newShadeM2).toBeLessThan(0.6 * analyse(task(drawn)).newShadeM2)
  // The zone's border lies 5 m east of the base, 25 m of the tower: 6 / 5 is steeper than 30 / 25, and steepest.
  const zone = {key: 'z', code: 'Z', name: 'Z', polygons: [[rectangle(-100, -100, 20, 100)]]}
  const rules = [{kind: 'max_sky_plane_deg' as const, limit: 51, document: '', paragraph: ''}]
  const angle = checkRules(proposal, zone, rules, [], frame)[0]!.value!
  expect(angle).toBeCloseTo((Math.atan(6 / 5) * 180) / Math.PI, 2)
  expect(checkRules({...proposal, parts: [drawn]}, zone, rules, [], frame)[0]!.value).toBeCloseTo(
    (Math.atan(30 / 4.5) * 180) / Math.PI,
    2,
  )
})

test('turned clockwise and moved, a model’s outline is where its corners are; raised, it lets light through below', () => {
  const [x, y] = frame.toDegrees([40, -20])
  const turned = modelOf(
    [
      [
        [-15, -10, 0],
        [15, 10, 30],
      ],
    ],
    {lon: x, lat: y, turnDegrees: 90},
  )
  const corners = footprintIn(turned, frame)[0]![0]!
  expect([Math.min(...corners.map(([e]) => e)), Math.max(...corners.map(([e]) => e))]).toEqual([
    expect.closeTo(30, 2),
    expect.closeTo(50, 2),
  ])
  expect(Math.max(...corners.map(([, n]) => n))).toBeCloseTo(-5, 2)
  const raised = modelOf(
    [
      [
        [-15, -10, 20],
        [15, 10, 30],
      ],
    ],
    {aboveGroundMetres: 5},
  )
  expect(raised.heightMetres).toBeCloseTo(35, 9)
  // In December the sun is 21° high at most: from the house's wall, 20 to 40 m behind, it shines below 25 m.
  expect(analyse(task(asBox)).losing[0]!.lostHours).toBeGreaterThan(2)
  expect(analyse(task(raised)).losing).toEqual([])
})

test('written and read a model is the same, and so are its numbers; a link that cannot hold it names it', async () => {
  const proposal: Proposal = {name: 'П', parts: [asBox, drawn], hides: []}
  const text = writeProposal(proposal)
  expect(JSON.parse(text).schema).toBe('hromada-proposal/2')
  const read = readProposal(text)
  expect(read.parts[0]).toEqual(asBox)
  expect(analyse({...task(drawn), proposal: read})).toEqual(analyse({...task(drawn), proposal}))
  expect(JSON.parse(writeProposal({...proposal, parts: [drawn]})).schema).toBe('hromada-proposal/1')

  const settings = {...usualSettings}
  const small = await studyFromHash(
    await studyToHash({city: 'c', variants: [proposal], settings, viewpoints: []}),
  )
  expect(small.variants[0]!.parts[0]).toEqual(asBox)
  const named = readProposal(writeProposal(proposal, {mostMeshCharacters: 0})).parts[0]!
  expect(named.model!.body).toBeNull()
  expect(named.model!.source).toEqual(source)
  expect(named.rings).toEqual(asBox.rings)
  expect(areaOf(footprintIn(named, frame))).toBeCloseTo(31 * 19, 1)
  expect(named).toMatchObject({storeys: 10, heightMetres: 30})

  for (const [member, value] of [
    ['sha256', 'zz'],
    ['lon', 999],
    ['turn_deg', 'x'],
    ['format', 'exe'],
    ['floors', ['a']],
    ['mesh', {corners: 8, triangles: 12, bytes: '!'}],
  ] as const) {
    const document = JSON.parse(text)
    document.features[0].properties.model[member] = value
    expect(() => readProposal(JSON.stringify(document)), member).toThrow(
      expect.objectContaining({code: 'BAD_MODEL'}),
    )
  }
})
