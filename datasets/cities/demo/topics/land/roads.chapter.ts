import type {Chapter} from '../../chapter.ts'
import {position} from '../../tools/space/plan-frame.ts'
import {millimetres} from '../../tools/space/vector.ts'

/** Roads and footways as a graph: edges that meet in nodes, and the nodes with their heights. Railways are not in it. */
export const roads: Chapter = {
  id: 'roads',
  title: {uk: 'Дорожня мережа', en: 'Road network'},
  thread: 'first',
  truths: [
    {
      id: 'roads-one-way-in',
      title: {
        uk: 'До трьох поселень за містом веде по одній-єдиній дорозі',
        en: 'Three settlements outside the city hang on a single road each',
      },
      where: {
        uk: 'roads/roads.demo.geojson: серед відрізків зі speed_kmh є такі, без яких граф розпадається. За трьома з них – цілі поселення, по шістдесят вузлів і більше: найбільше – обабіч проспекту, яким за річкою виїжджають на північ (class avenue, понад 80 вузлів), два інші – на виїздах на північний захід і на схід (class main). Перекриють дорогу на межі міста – і туди не доїде ні швидка, ні автобус.',
        en: 'roads/roads.demo.geojson: among the edges with a speed_kmh are some without which the graph falls apart. Behind three of them lie whole settlements, of sixty nodes and more: the largest on both sides of the avenue that leaves the city northwards beyond the river (class avenue, more than 80 nodes), the other two on the exits to the north-west and to the east (class main). Close the road at the edge of the city, and neither ambulance nor bus gets there.',
      },
    },
  ],
  write(scope, outbox) {
    const {network, streets} = scope.ground()
    const isUsed = new Uint8Array(network.nodes.length)
    const edges = outbox.geojson('roads/roads.demo.geojson', 'roads')
    network.edges.forEach(({from, to, class: roadClass, lengthMetres, speedKmh, isBridge, street}, index) => {
      if (roadClass === 'rail') return
      isUsed[from] = 1
      isUsed[to] = 1
      edges.feature(
        {
          edge_id: `E${index + 1}`,
          from_node: `N${from + 1}`,
          to_node: `N${to + 1}`,
          class: roadClass,
          length_m: Math.round(lengthMetres * 10) / 10,
          speed_kmh: speedKmh > 0 ? speedKmh : null,
          oneway: 'no',
          bridge: isBridge ? 'yes' : 'no',
          street_id: streets[street]?.id ?? null,
          street: streets[street]?.name.uk ?? null,
        },
        {
          type: 'LineString',
          coordinates: [position(network.nodes[from]!.at), position(network.nodes[to]!.at)],
        },
      )
    })
    outbox.done(edges)
    const nodes = outbox.geojson('roads/nodes.demo.geojson', 'road_nodes')
    network.nodes.forEach(({at, heightMetres}, index) => {
      if (!isUsed[index]) return
      nodes.feature(
        {node_id: `N${index + 1}`, height_m: millimetres(heightMetres)},
        {type: 'Point', coordinates: position(at)},
      )
    })
    outbox.done(nodes)
    return {dirt: []}
  },
}
