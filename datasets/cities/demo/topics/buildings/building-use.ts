import type {BuildingKind} from '../../world/ground/ground.ts'

/** What a register of buildings calls their use. */
export const buildingUse: Record<BuildingKind, string> = {
  tenement: 'житло',
  house: 'житло',
  dacha: 'садовий будинок',
  slab5: 'житло',
  slab9: 'житло',
  tower: 'житло',
  school: 'школа',
  kindergarten: 'дитячий садок',
  hospital: 'лікарня',
  clinic: 'поліклініка',
  church: 'храм',
  shop: 'магазин',
  market: 'ринок',
  office: 'установа',
  public: 'громадська будівля',
  factory: 'виробництво',
  warehouse: 'склад',
  silo: 'елеватор',
  garage: 'гараж',
  shed: 'господарська споруда',
  boiler: 'котельня',
  substation: 'підстанція',
  station: 'вокзал',
}
