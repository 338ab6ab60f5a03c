import {
  Cartesian2,
  CustomShader,
  ImageBasedLighting,
  LightingModel,
  UniformType,
  VaryingType,
} from '@cesium/engine'

/**
 * Buildings in their guessed colours, walls and roofs apart, in the light of the scene's sun: warm where it shines, blue
 * where it does not. The engine's own lighting would add reflections and a camera's exposure, none of which help to read
 * a building. The tileset's style multiplies what comes out: white leaves it as it is. With `u_plain` at 1 the guessed
 * colours give way to white, so that a colour that means something is seen as it is in the legend.
 */
export const buildingShading = () =>
  new CustomShader({
    lightingModel: LightingModel.UNLIT,
    varyings: {v_shaded: VaryingType.VEC3},
    uniforms: {u_plain: {type: UniformType.FLOAT, value: 0}},
    // All at corners: faces are flat, and there are many times fewer corners than pixels.
    vertexShaderText: `
      void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
        // Models stand upright: y is up. A wall's normal lies flat.
        bool isRoof = vsInput.attributes.normalMC.y > 0.2;
        vec3 colour = isRoof ? vsInput.metadata.roofs : vsInput.metadata.walls;
        // Houses in a row differ by a hair.
        float hair = fract(sin(float(vsInput.featureIds.featureId_0) * 12.9898) * 43758.5453) * (1.0 - u_plain);
        colour = mix(colour, isRoof ? vec3(1.0) : vec3(0.93), u_plain);
        float towardsSun = dot(normalize(czm_normal * vsInput.attributes.normalMC), normalize(czm_lightDirectionEC));
        // The sky lights all from above; faces in the shade still differ by how far they turn away.
        vec3 sky = vec3(0.58, 0.615, 0.68) + 0.05 * min(towardsSun, 0.0);
        vec3 shine = vec3(0.53, 0.485, 0.40) * clamp(towardsSun / 0.8, 0.0, 1.0);
        // Out of the next stage colours are taken as linear and turned into sRGB.
        v_shaded = pow(min(colour * (0.95 + 0.07 * hair) * (sky + shine), vec3(1.0)), vec3(2.2));
      }`,
    fragmentShaderText: `
      void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
        material.diffuse = v_shaded;
      }`,
  })

/**
 * What is shaded so reflects nothing of its surroundings. The engine is kept from working out its table of reflections
 * all the same: 67 million samples, more than two seconds without a graphics card, in front of the first house.
 */
export function noReflections(): ImageBasedLighting {
  const lighting = new ImageBasedLighting()
  lighting.imageBasedLightingFactor = new Cartesian2(0, 0)
  return Object.assign(lighting, {update: () => {}})
}
