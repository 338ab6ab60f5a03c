import petitionSignatureTimes from '../../../../petition-signature-times/dataset.ts'
import petitionSnapshots from '../../../../petition-snapshots/dataset.ts'
import petitions from '../../../../petitions/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

const format = {kind: 'csv', delimiter: ';'} as const

export const petitionsFeeds: Feed[] = [
  feed(petitions, {
    made: {path: 'petitions/petitions.demo.csv', format},
    columns: {
      // Some counts have a blank after the thousands.
      signatures: {from: 'count', decimal: ','},
      scope: {from: 'scope', map: {загальноміська: 'city', районна: 'district'}},
    },
  }),
  feed(petitionSnapshots, {made: {path: 'petitions/signatures-*.demo.csv', format}}),
  feed(petitionSignatureTimes, {made: {path: 'petitions/signature-times.demo.csv', format}}),
]
