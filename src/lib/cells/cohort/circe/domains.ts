/** What an attribute of a criterion says, and of which column. */
export type Attribute =
  | { sort: 'numbers' | 'concepts' | 'days'; column: string }
  /** A concept set over the source concepts. */
  | { sort: 'set'; column: string };

export interface Domain {
  table: string;
  /** The column that the concept set is about. */
  concept: string;
  start: string;
  end: string | undefined;
  /** Whether `concept` must be named: it is not the column that such a table is known by. */
  named?: true;
  attributes: Readonly<Record<string, Attribute>>;
}

const numbers = (column: string): Attribute => ({ sort: 'numbers', column });
const concepts = (column: string): Attribute => ({ sort: 'concepts', column });
const days = (column: string): Attribute => ({ sort: 'days', column });
const set = (column: string): Attribute => ({ sort: 'set', column });

/** The criteria of ATLAS that are rows of a table, by their names in its JSON. */
export const domains: Readonly<Record<string, Domain>> = {
  ConditionOccurrence: {
    table: 'condition_occurrence',
    concept: 'condition_concept_id',
    start: 'condition_start_date',
    end: 'condition_end_date',
    attributes: {
      OccurrenceStartDate: days('condition_start_date'),
      OccurrenceEndDate: days('condition_end_date'),
      ConditionType: concepts('condition_type_concept_id'),
      ConditionStatus: concepts('condition_status_concept_id'),
      ConditionSourceConcept: set('condition_source_concept_id')
    }
  },
  DrugExposure: {
    table: 'drug_exposure',
    concept: 'drug_concept_id',
    start: 'drug_exposure_start_date',
    end: 'drug_exposure_end_date',
    attributes: {
      OccurrenceStartDate: days('drug_exposure_start_date'),
      OccurrenceEndDate: days('drug_exposure_end_date'),
      DrugType: concepts('drug_type_concept_id'),
      Refills: numbers('refills'),
      Quantity: numbers('quantity'),
      DaysSupply: numbers('days_supply'),
      RouteConcept: concepts('route_concept_id'),
      DoseUnit: concepts('dose_unit_concept_id'),
      DrugSourceConcept: set('drug_source_concept_id')
    }
  },
  ProcedureOccurrence: {
    table: 'procedure_occurrence',
    concept: 'procedure_concept_id',
    start: 'procedure_date',
    end: undefined,
    attributes: {
      OccurrenceStartDate: days('procedure_date'),
      ProcedureType: concepts('procedure_type_concept_id'),
      Modifier: concepts('modifier_concept_id'),
      Quantity: numbers('quantity'),
      ProcedureSourceConcept: set('procedure_source_concept_id')
    }
  },
  Measurement: {
    table: 'measurement',
    concept: 'measurement_concept_id',
    start: 'measurement_date',
    end: undefined,
    attributes: {
      OccurrenceStartDate: days('measurement_date'),
      MeasurementType: concepts('measurement_type_concept_id'),
      Operator: concepts('operator_concept_id'),
      ValueAsNumber: numbers('value_as_number'),
      ValueAsConcept: concepts('value_as_concept_id'),
      Unit: concepts('unit_concept_id'),
      RangeLow: numbers('range_low'),
      RangeHigh: numbers('range_high'),
      MeasurementSourceConcept: set('measurement_source_concept_id')
    }
  },
  Observation: {
    table: 'observation',
    concept: 'observation_concept_id',
    start: 'observation_date',
    end: undefined,
    attributes: {
      OccurrenceStartDate: days('observation_date'),
      ObservationType: concepts('observation_type_concept_id'),
      ValueAsNumber: numbers('value_as_number'),
      ValueAsConcept: concepts('value_as_concept_id'),
      Qualifier: concepts('qualifier_concept_id'),
      Unit: concepts('unit_concept_id'),
      ObservationSourceConcept: set('observation_source_concept_id')
    }
  },
  VisitOccurrence: {
    table: 'visit_occurrence',
    concept: 'visit_concept_id',
    start: 'visit_start_date',
    end: 'visit_end_date',
    attributes: {
      OccurrenceStartDate: days('visit_start_date'),
      OccurrenceEndDate: days('visit_end_date'),
      VisitType: concepts('visit_type_concept_id'),
      VisitSourceConcept: set('visit_source_concept_id')
    }
  },
  DeviceExposure: {
    table: 'device_exposure',
    concept: 'device_concept_id',
    start: 'device_exposure_start_date',
    end: 'device_exposure_end_date',
    attributes: {
      OccurrenceStartDate: days('device_exposure_start_date'),
      OccurrenceEndDate: days('device_exposure_end_date'),
      DeviceType: concepts('device_type_concept_id'),
      Quantity: numbers('quantity'),
      DeviceSourceConcept: set('device_source_concept_id')
    }
  },
  Death: {
    table: 'death',
    concept: 'cause_concept_id',
    start: 'death_date',
    end: undefined,
    named: true,
    attributes: {
      OccurrenceStartDate: days('death_date'),
      DeathType: concepts('death_type_concept_id'),
      DeathSourceConcept: set('cause_source_concept_id')
    }
  }
};
