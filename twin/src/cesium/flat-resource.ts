import {Resource} from '@cesium/engine'
import {MeshoptDecoder} from 'meshoptimizer'
import {flatShaded} from '../layers/flat-shaded.ts'

/** Where tiles of ours are fetched from: they reach the engine with normals. All that is found from it is of its kind. */
export class FlatResource extends Resource {
  override clone(result?: Resource): Resource {
    return super.clone(result ?? new FlatResource({url: this.url}))
  }

  override fetchArrayBuffer(): Promise<ArrayBuffer> | undefined {
    return super.fetchArrayBuffer()?.then(async file => {
      await MeshoptDecoder.ready
      return flatShaded(file)
    })
  }
}
