import {smoothLine} from '../../../tools/space/smooth-line.ts'
import type {Point} from '../../../tools/space/vector.ts'
import type {LayoutEdge} from '../layout/layout.ts'
import {type CentreFrame, centreLength as east, centreDepth as north} from './centre-frame.ts'
import type {Character} from './character.ts'
import {pierMiddles} from './port.ts'
import type {Warp} from './warp.ts'
import type {Waters} from './waters.ts'

/** A line of the plan that is drawn before anything grows beside it. */
export type MainLine = {class: LayoutEdge['class']; points: Point[]}

const curve = (roadClass: MainLine['class'], points: Point[]): MainLine => ({
  class: roadClass,
  points: smoothLine(points, 40),
})
const straight = (roadClass: MainLine['class'], ...points: Point[]): MainLine => ({class: roadClass, points})

/** The roads that a planner draws first. Those of the old centre are straight, the others smooth. */
export const mainLinesOf = (
  warp: Warp,
  centre: CentreFrame,
  waters: Waters,
  character: Character,
): MainLine[] => [
  ...centreLines(centre),
  ...radialLines(warp, centre),
  ...crossLines(warp, waters, character),
  ...leftBankLines(warp),
  ...portLines(centre, character),
]

/** Boulevard on the bluff, main street, axis, and boulevards where the customs line was. */
const centreLines = ({place}: CentreFrame): MainLine[] => [
  straight('main', place(0, 0), place(east, 0)),
  straight('avenue', place(0, 560), place(east, 560)),
  straight('avenue', place(900, 0), place(900, north)),
  straight('main', place(0, 0), place(0, north)),
  straight('main', place(0, north), place(east, north)),
  straight('main', place(east, 0), place(east, north)),
]

/** Out of the centre. */
const radialLines = (warp: Warp, {place}: CentreFrame): MainLine[] => [
  // West.
  curve('avenue', [...warp('-700,2330 -50,2260 480,2190 1080,2060 1690,2030'), place(0, 560)]),
  // East, over the southern bridge.
  curve('avenue', [
    place(east, 560),
    ...warp('4290,2950 4690,3060 5090,3130 5620,3220 6250,3300 7200,3250 8050,3150 8700,3080'),
  ]),
  // North, and north-west.
  curve('avenue', [
    place(900, north),
    ...warp('2610,3660 2440,4150 2400,4800 2350,5880 2250,6720 2120,8050 2060,8700'),
  ]),
  curve('avenue', [place(450, north), ...warp('1950,3700 1300,4700 790,5500 -50,6500 -700,7200')]),
  // To the railway station, whose square ends it.
  curve('main', [place(east, north), ...warp('3830,3560 4010,3640')]),
  // Along the coast to the west; along the river's high bank to the dam.
  curve('main', [place(0, 0), ...warp('1950,1500 1490,1440 900,1490 300,1580 -50,1620 -700,1650')]),
  curve('main', [
    place(east, 0),
    ...warp('4320,2610 4430,3060 4450,3640 4410,4080 4420,4690 4500,5250 4480,5850 4700,6610'),
  ]),
  curve('main', [place(0, north), ...warp('1300,3130 600,3420 -50,3640 -700,3860')]),
  curve('street', [place(1340, north), ...warp('3280,3770')]),
]

/** From west to east, and the rings. */
const crossLines = (warp: Warp, {dam}: Waters, {hasMiddleBridge}: Character): MainLine[] => [
  // Over the northern bridge.
  curve(
    'main',
    warp(
      '-700,4830 -50,4780 620,4730 1300,4700 2400,4800 3200,4760 3800,4660 4420,4690 5000,4780 5700,4880 6350,4950 7200,5050 8050,5200 8700,5290',
    ),
  ),
  curve('main', warp('-700,6090 -50,5950 560,5810 1500,5850 2350,5880 3300,5700 3900,5660 4490,5560')),
  curve('main', warp('1680,6700 2250,6720 3300,6780 4200,6620 4700,6610')),
  straight('main', ...dam),
  curve('main', [dam[1], ...warp('6350,6600 7300,6500 8050,6450 8700,6420')]),
  curve(
    'main',
    warp('900,1490 950,2080 1000,2650 1100,3220 1170,3950 1300,4700 1400,5300 1500,5850 1680,6700'),
  ),
  // North of the centre, in some cities over a bridge of its own.
  curve(
    'main',
    warp(
      `1170,3950 1950,3700 2610,3660 3280,3770 3700,3900 4060,3935 4440,3930 ${hasMiddleBridge ? '4800,3900 5300,3880 5950,3800 6330,3760' : ''}`,
    ),
  ),
  curve('main', warp('3280,3770 3230,4250 3200,4760 3240,5200 3300,5700 3300,6780')),
]

const leftBankLines = (warp: Warp): MainLine[] => [
  curve(
    'main',
    warp('6135,1866 6200,2400 6250,3300 6350,4100 6350,4950 6300,5800 6350,6600 6500,8050 6560,8700'),
  ),
  curve('street', warp('7300,1552 7250,2300 7200,3250 7250,4200 7200,5050 7250,5800 7300,6500')),
  curve('street', warp('5690,2260 5790,2700 5830,3255 5950,3800 5960,4400 5900,4910')),
  curve('main', warp('5690,2260 5780,2130 6130,1860 6700,1660 7300,1550 8050,1510 8700,1500')),
  // The old village's lane at the edge of the flood plain.
  curve('lane', warp('5640,3230 5680,3560 5740,3880 5770,4300 5740,4600 5730,4880')),
]

/** Down along the bluff from the boulevard and on below it; stairs, quays and piers. */
const portLines = ({place}: CentreFrame, {port}: Character): MainLine[] => [
  curve('street', [
    place(400, 0),
    place(412, -30),
    place(480, -52),
    place(640, -80),
    place(790, -108),
    place(920, -150),
    place(1010, -180),
  ]),
  straight('street', place(1010, -180), place(2160, -180)),
  straight('path', place(900, 0), place(900, -180), place(1010, -180)),
  straight('lane', place(955, -180), place(955, -450)),
  ...pierMiddles(port.piers).map(middle =>
    straight('lane', place(middle, -180), place(middle, -320 - 280 * port.reach)),
  ),
  straight('lane', place(1180, -310), place(2110, -310), place(2110, -180)),
]
