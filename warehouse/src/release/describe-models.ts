import {createHash} from 'node:crypto'
import type {BuiltModel} from '../build.ts'
import type {ReleaseModel} from './release-manifest.ts'

/** What a release says of a model it was built from. */
export const releaseModel = ({model, fingerprint, rows}: BuiltModel): ReleaseModel => ({
  name: model.name,
  kind: model.kind,
  fingerprint,
  sql_sha256: createHash('sha256').update(model.sql).digest('hex'),
  inputs: model.inputs.map(({name}) => name),
  rows,
})
