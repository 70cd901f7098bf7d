import { Arg, type ClassType } from 'type-graphql';

/** A mutation's one argument: `@Input(() => SignContractInput) input: SignContractInput`. */
export const Input = (type: () => ClassType): ReturnType<typeof Arg> =>
  Arg('input', type, { description: 'What is to be done, in one object (输入).' });
