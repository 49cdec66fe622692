/**
 * Handwriting fonts whose digits and letters are trained on, and fonts that are
 * kept out of training, for choosing. All are Fontsource packages under the SIL
 * Open Font License 1.1, except Homemade Apple and Rock Salt, which are under
 * the Apache License 2.0.
 *
 * @module
 */

import annieUseYourTelescope from "@fontsource/annie-use-your-telescope/metadata.json" with {
  type: "json",
};
import architectsDaughter from "@fontsource/architects-daughter/metadata.json" with {
  type: "json",
};
import badScript from "@fontsource/bad-script/metadata.json" with {
  type: "json",
};
import caveat from "@fontsource/caveat/metadata.json" with {
  type: "json",
};
import cedarvilleCursive from "@fontsource/cedarville-cursive/metadata.json" with {
  type: "json",
};
import chilanka from "@fontsource/chilanka/metadata.json" with {
  type: "json",
};
import coveredByYourGrace from "@fontsource/covered-by-your-grace/metadata.json" with {
  type: "json",
};
import deliciousHandrawn from "@fontsource/delicious-handrawn/metadata.json" with {
  type: "json",
};
import gloriaHallelujah from "@fontsource/gloria-hallelujah/metadata.json" with {
  type: "json",
};
import gochiHand from "@fontsource/gochi-hand/metadata.json" with {
  type: "json",
};
import handlee from "@fontsource/handlee/metadata.json" with {
  type: "json",
};
import homemadeApple from "@fontsource/homemade-apple/metadata.json" with {
  type: "json",
};
import indieFlower from "@fontsource/indie-flower/metadata.json" with {
  type: "json",
};
import itim from "@fontsource/itim/metadata.json" with {
  type: "json",
};
import kalam from "@fontsource/kalam/metadata.json" with {
  type: "json",
};
import lora from "@fontsource/lora/metadata.json" with {
  type: "json",
};
import mynerve from "@fontsource/mynerve/metadata.json" with {
  type: "json",
};
import nanumPenScript from "@fontsource/nanum-pen-script/metadata.json" with {
  type: "json",
};
import neucha from "@fontsource/neucha/metadata.json" with {
  type: "json",
};
import notoSansGeorgian from "@fontsource/noto-sans-georgian/metadata.json" with {
  type: "json",
};
import patrickHand from "@fontsource/patrick-hand/metadata.json" with {
  type: "json",
};
import playpenSansArabic from "@fontsource/playpen-sans-arabic/metadata.json" with {
  type: "json",
};
import playpenSansHebrew from "@fontsource/playpen-sans-hebrew/metadata.json" with {
  type: "json",
};
import reenieBeanie from "@fontsource/reenie-beanie/metadata.json" with {
  type: "json",
};
import rockSalt from "@fontsource/rock-salt/metadata.json" with {
  type: "json",
};
import shadowsIntoLight from "@fontsource/shadows-into-light/metadata.json" with {
  type: "json",
};
import sueEllenFrancisco from "@fontsource/sue-ellen-francisco/metadata.json" with {
  type: "json",
};
import theGirlNextDoor from "@fontsource/the-girl-next-door/metadata.json" with {
  type: "json",
};
import yomogi from "@fontsource/yomogi/metadata.json" with {
  type: "json",
};

/** The part of a package's metadata that is used. */
interface FontPackage {
  readonly id: string;
  readonly family: string;
  readonly license: { readonly type: string };
}

/** A font that can be read. */
export interface FontSource {
  /** Its name, for people. */
  readonly family: string;
  /** Its licence as an SPDX identifier. */
  readonly licence: string;
  /** Where its file is. */
  readonly file: URL;
}

/** Handwriting that is trained on. */
export const TRAINING_FONTS: readonly FontSource[] = [
  source(annieUseYourTelescope),
  source(architectsDaughter),
  source(caveat),
  source(cedarvilleCursive),
  source(chilanka),
  source(coveredByYourGrace),
  source(gloriaHallelujah),
  source(gochiHand),
  source(handlee),
  source(indieFlower),
  source(itim),
  source(kalam),
  source(mynerve),
  source(nanumPenScript),
  source(patrickHand),
  source(playpenSansArabic),
  source(reenieBeanie),
  source(shadowsIntoLight),
  source(sueEllenFrancisco),
  source(theGirlNextDoor),
  source(yomogi),
];

/** Handwriting that nothing is trained on. */
export const HELD_OUT_FONTS: readonly FontSource[] = [
  source(deliciousHandrawn),
  source(homemadeApple),
  source(neucha),
  source(rockSalt),
];

/** A typeface, not handwriting; nothing is trained on it. */
export const PRINT_FONTS: readonly FontSource[] = [source(lora)];

/** Handwritten Cyrillic; nothing is trained on it. */
export const CYRILLIC_FONTS: readonly FontSource[] = [
  source(badScript, "cyrillic"),
  source(neucha, "cyrillic"),
];

/**
 * Scripts that are trained on, by their name in `letters.ts`. All but the Georgian are
 * handwritten.
 */
export const SCRIPT_FONTS = {
  arabic: [source(playpenSansArabic, "arabic")],
  devanagari: [source(kalam, "devanagari")],
  georgian: [source(notoSansGeorgian, "georgian")],
  greek: [source(mynerve, "greek")],
  // The files with the most common syllables.
  hangul: ["117", "118", "119"].map((part) => source(nanumPenScript, part)),
  hebrew: [source(playpenSansHebrew, "hebrew")],
  // Most of the kana are in this file.
  kana: [source(yomogi, "119")],
  malayalam: [source(chilanka, "malayalam")],
  thai: [source(itim, "thai")],
} as const satisfies Readonly<Record<string, readonly FontSource[]>>;

function source(
  { id, family, license }: FontPackage,
  subset = "latin",
): FontSource {
  const file = `@fontsource/${id}/files/${id}-${subset}-400-normal.woff`;
  return {
    family,
    licence: license.type,
    file: new URL(import.meta.resolve(file)),
  };
}
