import appeals from '../../../../appeals/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'
import {districts} from '../../world/districts.ts'
import {kindOf} from './kind-variants.ts'
import {problems} from './problems.ts'

/** Topics in small letters and capitals are told apart by nobody but a computer. */
const kinds = Object.fromEntries(problems.map(({kind}) => [kind.toLowerCase(), kind]))

/** «степовий», «Степовий район», «Степовий р-н», and a name from before the renaming. */
const districtWords = Object.fromEntries(
  districts.flatMap(({name, former}) =>
    [name.uk, ...(former ? [former.uk] : [])].flatMap(word =>
      [word, `${word} район`, `${word} р-н`].map(variant => [variant.toLowerCase(), name.uk]),
    ),
  ),
)

/** Residents' appeals of six years. */
export const appealsFeeds: Feed[] = [
  feed(appeals, {
    made: {path: 'appeals/appeals-*.demo.csv', format: {kind: 'csv', delimiter: ';'}},
    columns: {
      category: {from: 'kind', map: {...kinds, ...kindOf}},
      subcategory: 'subKind',
      appeal_type: 'type',
      district: {from: 'addressAdminUnitL5', map: districtWords},
    },
  }),
]
