import type {Chapter} from '../../chapter.ts'
import {position} from '../../tools/space/plan-frame.ts'

/** Tracks from beyond the northern edge through the station to the port, and sidings. */
export const railways: Chapter = {
  id: 'railways',
  title: {uk: 'Залізничні колії', en: 'Railway tracks'},
  thread: 'first',
  truths: [],
  write(scope, outbox) {
    const {network} = scope.ground()
    const tracks = outbox.geojson('railways/railways.demo.geojson', 'railways')
    network.edges.forEach(({from, to, class: edgeClass, lengthMetres, isBridge}, index) => {
      if (edgeClass !== 'rail') return
      tracks.feature(
        {
          track_id: `R${index + 1}`,
          length_m: Math.round(lengthMetres * 10) / 10,
          bridge: isBridge ? 'yes' : 'no',
        },
        {
          type: 'LineString',
          coordinates: [position(network.nodes[from]!.at), position(network.nodes[to]!.at)],
        },
      )
    })
    outbox.done(tracks)
    return {dirt: []}
  },
}
