import type {Text} from '../../../../../src/index.ts'

/** A species of tree, grown up. */
export type TreeSpecies = {
  name: Text
  latin: string
  heightMetres: number
  crownMetres: number
  /** Years after which it is about two thirds as high as it gets. */
  growthYears: number
}

const species = (
  uk: string,
  en: string,
  latin: string,
  heightMetres: number,
  crownMetres: number,
  growthYears: number,
): TreeSpecies => ({name: {uk, en}, latin, heightMetres, crownMetres, growthYears})

/** Trees of the steppe coast of the Black Sea, by name. */
export const speciesByKey = {
  locust: species('акація біла', 'black locust', 'Robinia pseudoacacia', 17, 8, 16),
  chestnut: species('каштан кінський', 'horse chestnut', 'Aesculus hippocastanum', 17, 9, 25),
  lime: species('липа серцелиста', 'small-leaved lime', 'Tilia cordata', 18, 8, 25),
  plane: species('платан кленолистий', 'London plane', 'Platanus × hispanica', 24, 13, 28),
  lombardy: species('тополя пірамідальна', 'Lombardy poplar', 'Populus nigra Italica', 25, 4, 15),
  poplar: species('тополя чорна', 'black poplar', 'Populus nigra', 24, 12, 18),
  sophora: species('софора японська', 'pagoda tree', 'Styphnolobium japonicum', 15, 9, 22),
  maple: species('клен гостролистий', 'Norway maple', 'Acer platanoides', 17, 9, 22),
  ashMaple: species('клен ясенелистий', 'box elder', 'Acer negundo', 13, 8, 14),
  ash: species('ясен звичайний', 'common ash', 'Fraxinus excelsior', 20, 9, 24),
  apricot: species('абрикос звичайний', 'apricot', 'Prunus armeniaca', 6.5, 6, 9),
  walnut: species('горіх волоський', 'walnut', 'Juglans regia', 14, 10, 20),
  mulberry: species('шовковиця біла', 'white mulberry', 'Morus alba', 11, 8, 15),
  gleditsia: species('гледичія триколючкова', 'honey locust', 'Gleditsia triacanthos', 17, 9, 20),
  catalpa: species('катальпа бігнонієвидна', 'Indian bean tree', 'Catalpa bignonioides', 10, 7, 15),
  elm: species("в'яз дрібнолистий", 'Siberian elm', 'Ulmus pumila', 14, 8, 14),
  ailanthus: species('айлант найвищий', 'tree of heaven', 'Ailanthus altissima', 17, 9, 13),
  oak: species('дуб звичайний', 'English oak', 'Quercus robur', 20, 12, 35),
  birch: species('береза повисла', 'silver birch', 'Betula pendula', 15, 6, 16),
  willow: species('верба біла', 'white willow', 'Salix alba', 16, 11, 15),
  alder: species('вільха чорна', 'black alder', 'Alnus glutinosa', 16, 7, 18),
  oleaster: species('маслинка вузьколиста', 'oleaster', 'Elaeagnus angustifolia', 6, 5, 10),
  pine: species('сосна кримська', 'Crimean pine', 'Pinus nigra pallasiana', 16, 7, 24),
  thuja: species('туя західна', 'white cedar', 'Thuja occidentalis', 7, 2.5, 18),
  spruce: species('ялина колюча', 'blue spruce', 'Picea pungens', 13, 5, 24),
  cherry: species('вишня звичайна', 'sour cherry', 'Prunus cerasus', 4.5, 4, 8),
  sweetCherry: species('черешня', 'sweet cherry', 'Prunus avium', 8, 6, 11),
  apple: species('яблуня домашня', 'apple', 'Malus domestica', 5.5, 5, 10),
  pear: species('груша звичайна', 'pear', 'Pyrus communis', 8, 5, 12),
  plum: species('слива домашня', 'plum', 'Prunus domestica', 5, 4, 9),
  peach: species('персик', 'peach', 'Prunus persica', 4.5, 4, 7),
} as const satisfies Record<string, TreeSpecies>

export type SpeciesKey = keyof typeof speciesByKey

/** By the index that `Trees.species` holds. */
export const treeSpecies: TreeSpecies[] = Object.values(speciesByKey)

const keys = Object.keys(speciesByKey) as SpeciesKey[]
export const speciesIndex = (key: SpeciesKey): number => keys.indexOf(key)
