import {CustomShader, LightingModel, UniformType, VaryingType} from '@cesium/engine'
import {roofColours, wallColours} from '../building-tone.ts'

/**
 * Buildings in their guessed colours, walls and roofs apart, in the light of the scene's sun: warm where it shines, blue
 * where it does not. The engine's own lighting would add reflections and a camera's exposure, none of which help to read
 * a building. The tileset's style multiplies what comes out, so white leaves it as it is; with `isPlain` everything is
 * white before that, so that a style by attribute shows its own colours.
 */
export const buildingShading = () =>
  new CustomShader({
    lightingModel: LightingModel.UNLIT,
    uniforms: {u_isPlain: {type: UniformType.FLOAT, value: 0}},
    varyings: {v_shaded: VaryingType.VEC3},
    // All at corners: faces are flat, and there are many times fewer corners than pixels.
    vertexShaderText: `
      const vec3 walls[${wallColours.length}] = vec3[](${wallColours.map(vector).join(', ')});
      const vec3 roofs[${roofColours.length}] = vec3[](${roofColours.map(vector).join(', ')});

      void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
        int tone = int(vsInput.metadata.tone);
        // Models stand upright: y is up. A wall's normal lies flat.
        vec3 colour = vsInput.attributes.normalMC.y > 0.2
          ? roofs[clamp(tone & 255, 0, ${roofColours.length - 1})]
          : walls[clamp(tone >> 8, 0, ${wallColours.length - 1})];
        // Houses in a row differ by a hair.
        float hair = fract(sin(float(vsInput.featureIds.featureId_0) * 12.9898) * 43758.5453);
        colour = mix(colour, vec3(0.97), u_isPlain) * (0.95 + 0.07 * hair);
        float towardsSun = dot(normalize(czm_normal * vsInput.attributes.normalMC), normalize(czm_lightDirectionEC));
        // The sky lights all from above; faces in the shade still differ by how far they turn away.
        vec3 sky = vec3(0.58, 0.615, 0.68) + 0.05 * min(towardsSun, 0.0);
        vec3 shine = vec3(0.53, 0.485, 0.40) * clamp(towardsSun / 0.8, 0.0, 1.0);
        // Out of the next stage colours are taken as linear and turned into sRGB.
        v_shaded = pow(min(colour * (sky + shine), vec3(1.0)), vec3(2.2));
      }`,
    fragmentShaderText: `
      void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
        material.diffuse = v_shaded;
      }`,
  })

const vector = (hex: string) =>
  `vec3(${[1, 3, 5].map(at => (Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)).join(', ')})`
