/**
 * The service's answers, typed and read by the schemas of its contract.
 *
 * @module
 */

import { ANSWER, type AnswerMembers } from "../contract/answer.ts";
import {
  NUMBER_ANSWER,
  type NumberAnswerMembers,
} from "../contract/number_answer.ts";
import {
  type Members,
  object,
  type ObjectOf,
  optional,
} from "../json/object.ts";
import { list, type Schema, string } from "../json/schema.ts";
import { AnswerError } from "./error.ts";

/** The digit of an input. */
export type Digit = ObjectOf<AnswerMembers>;

/** The number of an input. */
export type ReadNumber = ObjectOf<NumberAnswerMembers>;

/** Names the model that answered. */
export interface ByModel {
  /** Its name: `recognizer-` and eight hexadecimal digits. */
  readonly model: string;
}

/** The answer to one input: its digit and the model. */
export type Answer = Digit & ByModel;

/** The answer to one input: its number and the model. */
export type NumberAnswer = ReadNumber & ByModel;

/** The answer to several inputs. */
export interface Results<T> extends ByModel {
  /** The answer to each input, in order. */
  readonly results: readonly T[];
}

/** The most answers in a list. */
const MOST = { least: 1, most: Number.MAX_SAFE_INTEGER, what: "answers" };

/** Reads an answer to one input, and one to several. */
export interface AnswerReader<T> {
  /** Reads the answer to one input. */
  one(json: unknown): T & ByModel;
  /**
   * Reads the answer to several inputs. The answer to a single one has no list.
   */
  all(json: unknown): Results<T>;
}

/** A newer service may answer with members and reasons unknown here. */
const LENIENT = { reason: optional(string()) };

/** Reads digits. */
export const DIGITS: AnswerReader<Digit> = answerReader<AnswerMembers>({
  ...ANSWER,
  ...LENIENT,
});

/** Reads numbers. */
export const NUMBERS: AnswerReader<ReadNumber> = answerReader<
  NumberAnswerMembers
>({ ...NUMBER_ANSWER, ...LENIENT });

function answerReader<M extends Members>(
  members: M,
): AnswerReader<ObjectOf<M>> {
  const one: Schema<unknown> = object(
    { ...members, model: string() },
    "ignored",
  );
  const all = object({
    results: list(object(members, "ignored"), MOST),
    model: string(),
  }, "ignored");
  const readOne = (json: unknown) =>
    one.read(json, "") as ObjectOf<M> & ByModel;
  return {
    one: readOne,
    all(json) {
      if (typeof json === "object" && json !== null && "results" in json) {
        return all.read(json, "") as Results<ObjectOf<M>>;
      }
      const { model, ...result } = readOne(json);
      return { results: [result as unknown as ObjectOf<M>], model };
    },
  };
}

/**
 * Reads an answer's JSON.
 *
 * @param read Checks the JSON; throws if it has another shape.
 * @param signal Ends the reading.
 * @throws {AnswerError} if the answer is not JSON or has another shape.
 */
export async function readJson<T>(
  response: Response,
  read: (json: unknown) => T,
  signal?: AbortSignal,
): Promise<T> {
  try {
    return read(await response.json());
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new AnswerError(
      `${response.url} answered with something unexpected: ${cause}`,
      { cause },
    );
  }
}
