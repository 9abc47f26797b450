import { z } from 'zod';
import { TellSchema } from '../../entry/schema/cause.ts';
import { SlugSchema } from '../../entry/schema/primitives.ts';

const environments = z.array(SlugSchema);

/** A cause and what the lab knows of it. */
export const PublishedCauseSchema = z
  .strictObject({
    id: SlugSchema,
    tell: TellSchema.nullable().meta({
      description: 'Causes stand in the order in which their tells are tried: the first that holds names it.',
    }),
    weight: z.number().min(0).max(1).meta({ description: 'Weight in the rates; all sum to 1.' }),
    signatures: z.array(z.string()).meta({ description: 'Wordings that it printed in the lab.' }),
    best: z
      .strictObject({
        remedy: SlugSchema,
        value: z.number().min(0).max(1),
        basis: z.enum(['lab', 'reports']),
      })
      .nullable()
      .meta({ description: 'The workaround that fixes it best.' }),
    reproducedIn: environments,
    notReproducedIn: environments,
    notApplicableIn: environments,
  })
  .meta({ id: 'Cause' });
