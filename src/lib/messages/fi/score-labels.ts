/**
 * What scores call their inputs, parts and results, and what they say of themselves, by the English text. Sources are
 * citations and stay as they are; so do values that stand in columns, with the Finnish word beside them.
 */
export const scoreLabels: Readonly<Record<string, string>> = {
  // titles
  'Phoenix sepsis score': 'Phoenix-sepsispisteet',
  'Phoenix-8 organ dysfunction score': 'Phoenix-8-elinhäiriöpisteet',
  pSOFA: 'pSOFA',
  'PELOD-2': 'PELOD-2',
  PIM3: 'PIM3',
  'Paediatric SIRS': 'Lasten SIRS',
  'Vasoactive-inotropic score': 'Vasoaktiivis-inotrooppiset pisteet (VIS)',
  'KDIGO creatinine stage': 'KDIGO-vaihe kreatiniinista',
  'Age-dependent z-score (LMS)': 'Iän mukainen z-piste (LMS)',

  // inputs
  Age: 'Ikä',
  'Suspected infection: a test ordered and ≥ 2 doses of a systemic antimicrobial':
    'Infektioepäily: infektiotutkimus tilattu ja ≥ 2 annosta systeemistä mikrobilääkettä',
  'PaO2/FiO2': 'PaO2/FiO2',
  'SpO2/FiO2, only from SpO2 ≤ 97 %': 'SpO2/FiO2, vain kun SpO2 ≤ 97 %',
  PaO2: 'PaO2',
  SpO2: 'SpO2',
  FiO2: 'FiO2',
  'Invasive mechanical ventilation, not during surgery': 'Invasiivinen hengityslaitehoito, ei leikkauksen aikana',
  'Other respiratory support, also FiO2 > 0.21': 'Muu hengitystuki, myös FiO2 > 0,21',
  'Vasoactive agents running, distinct': 'Käynnissä olevat vasoaktiiviset lääkkeet, eri aineita',
  'Dobutamine: rate or 1 while running': 'Dobutamiini: nopeus, tai 1 kun käynnissä',
  'Dopamine: rate or 1 while running': 'Dopamiini: nopeus, tai 1 kun käynnissä',
  'Epinephrine, continuous and systemic: rate or 1 while running':
    'Adrenaliini, jatkuva ja systeeminen: nopeus, tai 1 kun käynnissä',
  'Milrinone: rate or 1 while running': 'Milrinoni: nopeus, tai 1 kun käynnissä',
  'Norepinephrine: rate or 1 while running': 'Noradrenaliini: nopeus, tai 1 kun käynnissä',
  'Vasopressin: rate or 1 while running': 'Vasopressiini: nopeus, tai 1 kun käynnissä',
  Lactate: 'Laktaatti',
  'Mean arterial pressure': 'Valtimoiden keskipaine',
  'Systolic pressure': 'Systolinen paine',
  'Diastolic pressure': 'Diastolinen paine',
  Platelets: 'Trombosyytit',
  INR: 'INR',
  'D-dimer (FEU)': 'D-dimeeri (FEU)',
  Fibrinogen: 'Fibrinogeeni',
  'Glasgow Coma Scale, total': 'Glasgow’n kooma-asteikko, summa',
  'Both pupils fixed': 'Molemmat pupillit reagoimattomat',
  Glucose: 'Glukoosi',
  'Neutrophils, absolute': 'Neutrofiilit, absoluuttinen määrä',
  'Lymphocytes, absolute': 'Lymfosyytit, absoluuttinen määrä',
  Creatinine: 'Kreatiniini',
  'Bilirubin, total': 'Bilirubiini, kokonais',
  ALT: 'ALAT',
  'Respiratory support': 'Hengitystuki',
  Dopamine: 'Dopamiini',
  Dobutamine: 'Dobutamiini',
  Epinephrine: 'Adrenaliini',
  Norepinephrine: 'Noradrenaliini',
  Milrinone: 'Milrinoni',
  Vasopressin: 'Vasopressiini',
  'Cyanotic heart disease: PaO2/FiO2 counts as normal': 'Syanoottinen sydänvika: PaO2/FiO2 lasketaan normaaliksi',
  PaCO2: 'PaCO2',
  'Invasive ventilation; a mask does not count': 'Invasiivinen hengityslaitehoito; maskia ei lasketa',
  Leukocytes: 'Leukosyytit',
  'Both pupils > 3 mm and fixed': 'Molemmat pupillit > 3 mm ja reagoimattomat',
  'Elective admission': 'Suunniteltu sisäänotto',
  'Ventilated in the first hour, also by mask': 'Hengityslaite ensimmäisen tunnin aikana, myös maskilla',
  'Base excess': 'Emäsylimäärä',
  'Systolic pressure; 0 in cardiac arrest, 30 if too low to measure':
    'Systolinen paine; 0 sydänpysähdyksessä, 30 jos liian matala mitattavaksi',
  'Recovery from a procedure': 'Toipuminen toimenpiteestä',
  'Risk of the diagnosis; if several, that of the largest coefficient':
    'Diagnoosin riski; useasta se, jonka kerroin on suurin',
  'A low-risk diagnosis': 'Matalan riskin diagnoosi',
  'A high-risk diagnosis': 'Korkean riskin diagnoosi',
  'A very-high-risk diagnosis': 'Erittäin korkean riskin diagnoosi',
  'Core temperature': 'Ydinlämpö',
  'Heart rate': 'Syke',
  'Respiratory rate': 'Hengitystaajuus',
  'Least creatinine of the 48 h before': 'Pienin kreatiniini edeltäviltä 48 tunnilta',
  'Baseline: least creatinine of the 7 d before, or one’s own':
    'Lähtöarvo: pienin kreatiniini edeltäviltä 7 päivältä tai oma',
  Dialysis: 'Dialyysi',
  eGFR: 'eGFR',
  'Measured value, in the unit of the reference table': 'Mitattu arvo viitetaulun yksikössä',
  'Sex, where the reference table has it': 'Sukupuoli, jos se on viitetaulussa',

  // parts and results
  Respiratory: 'Hengitys',
  Cardiovascular: 'Verenkierto',
  Coagulation: 'Hyytyminen',
  Neurologic: 'Neurologinen',
  Endocrine: 'Endokriininen',
  Immunologic: 'Immunologinen',
  Renal: 'Munuaiset',
  Hepatic: 'Maksa',
  'Phoenix total': 'Phoenix-pisteet yhteensä',
  'Phoenix-8 total': 'Phoenix-8-pisteet yhteensä',
  'Sepsis: total ≥ 2 and an infection suspected; missing where that is unknown':
    'Sepsis: yhteensä ≥ 2 ja infektiota epäillään; puuttuu, jos epäilystä ei ole tietoa',
  'Septic shock: sepsis and cardiovascular ≥ 1; missing where an infection is unknown':
    'Septinen sokki: sepsis ja verenkierto ≥ 1; puuttuu, jos infektiosta ei ole tietoa',
  'Suspected infection': 'Infektioepäily',
  Reading: 'Tulkinta',
  'pSOFA total': 'pSOFA-pisteet yhteensä',
  'Glasgow Coma Scale': 'Glasgow’n kooma-asteikko',
  Pupils: 'Pupillit',
  'Invasive ventilation': 'Invasiivinen hengityslaitehoito',
  'PELOD-2 total': 'PELOD-2-pisteet yhteensä',
  'Probability of death': 'Kuoleman todennäköisyys',
  Ventilation: 'Hengityslaite',
  '100·FiO2/PaO2': '100·FiO2/PaO2',
  Procedure: 'Toimenpide',
  Diagnosis: 'Diagnoosi',
  Logit: 'Logit',
  Temperature: 'Lämpö',
  'Criteria met': 'Täyttyneet kriteerit',
  'SIRS: two criteria, one of them temperature or leukocytes': 'SIRS: kaksi kriteeriä, toinen lämpö tai leukosyytit',
  '100 · epinephrine': '100 · adrenaliini',
  '100 · norepinephrine': '100 · noradrenaliini',
  '10 · milrinone': '10 · milrinoni',
  '10,000 · vasopressin': '10 000 · vasopressiini',
  'Creatinine / baseline': 'Kreatiniini / lähtöarvo',
  'Rise within 48 h': 'Nousu 48 tunnissa',
  Stage: 'Vaihe',
  'Power L': 'Potenssi L',
  'Median M': 'Mediaani M',
  'Coefficient of variation S': 'Variaatiokerroin S',
  'z-score': 'z-piste',

  // values of results
  'not established': 'ei tiedossa',
  suspected: 'epäillään',
  'not suspected': 'ei epäillä',
  'below the threshold': 'alle rajan',
  sepsis: 'sepsis',
  'septic shock': 'septinen sokki',
  'organ dysfunction, infection not established': 'elinhäiriö, infektiosta ei tietoa',
  'organ dysfunction, infection not suspected': 'elinhäiriö, infektiota ei epäillä',

  // units
  months: 'kk',
  points: 'pistettä',
  fraction: 'osuus',
  ratio: 'suhde',

  // for whom
  'Children under 18 years with a suspected infection. Not during the birth hospitalisation, not born before 37 weeks.':
    'Alle 18-vuotiaat, joilla epäillään infektiota. Ei syntymään liittyvän sairaalajakson aikana, ei ennen 37. raskausviikkoa syntyneille.',
  'Critically ill children up to 21 years; the worst value of a day for each organ.':
    'Kriittisesti sairaat lapset ja nuoret 21 vuoden ikään asti; kunkin elimen päivän huonoin arvo.',
  'Children under 18 years in paediatric intensive care; worst values of 24 hours.':
    'Alle 18-vuotiaat lasten tehohoidossa; vuorokauden huonoimmat arvot.',
  'Groups of children on admission to paediatric intensive care (first hour): for units, not for one child.':
    'Lapsiryhmät lasten teho-osastolle tullessa (ensimmäinen tunti): osastoille, ei yhdelle lapselle.',
  'Children under 18 years.': 'Alle 18-vuotiaat.',
  'Infants after cardiac surgery; used in intensive care at large.':
    'Imeväiset sydänleikkauksen jälkeen; käytetään tehohoidossa yleisesti.',
  'Children and adults with at least one earlier creatinine.':
    'Lapset ja aikuiset, joilta on ainakin yksi aiempi kreatiniini.',
  'Those for whom the reference table was made.': 'Ne, joille viitetaulu on tehty.',

  // notes
  'SpO2/FiO2 counts only where SpO2 is at most 97 %. Age 216 months exactly is scored, as in the authors’ package.':
    'SpO2/FiO2 lasketaan vain, kun SpO2 on enintään 97 %. Tasan 216 kuukauden ikä pisteytetään, kuten tekijöiden paketissa.',
  'The table was agreed between three independent public implementations, not checked against the printed paper.':
    'Taulukko on kolmessa riippumattomassa julkisessa toteutuksessa sama; painetusta artikkelista sitä ei tarkistettu.',
  'Where PaO2/FiO2 and SpO2/FiO2 are both there, PaO2/FiO2 is used.':
    'Kun sekä PaO2/FiO2 että SpO2/FiO2 tunnetaan, käytetään suhdetta PaO2/FiO2.',
  'A mean arterial pressure of 45 mmHg at 24 to 59 months, left open by the printed table, gives 3 points.':
    'Keskipaineesta 45 mmHg 24–59 kuukauden iässä, jonka painettu taulukko jättää auki, tulee 3 pistettä.',
  'PaO2/FiO2: of the last FiO2 within 60 minutes before the PaO2, as pf_ratio_1h of an hourly grid has it. Of a PaO2 and an FiO2 in one row, or of a ratio, the table itself must have seen to that.':
    'PaO2/FiO2: viimeisestä FiO2-arvosta enintään 60 minuuttia ennen PaO2-arvoa, kuten tuntitaulukon pf_ratio_1h. Jos PaO2 ja FiO2 ovat samalla rivillä tai suhde on valmiina, taulukon on itse pidettävä siitä huoli.',
  'Sedated children: the Glasgow Coma Scale before sedation.':
    'Sedatoidut lapset: Glasgow’n kooma-asteikko ennen sedaatiota.',
  'Unknown systolic pressure counts as 120 mmHg, unknown base excess as 0.':
    'Tuntematon systolinen paine lasketaan arvona 120 mmHg, tuntematon emäsylimäärä arvona 0.',
  '1 to under 2 years, left open by the printed bands, is taken with the band before.':
    'Ikä 1 – alle 2 vuotta, jonka painetut ikäluokat jättävät auki, luetaan edeltävään luokkaan.',
  'Urine output is left out.': 'Virtsamäärä jätetään pois.',
  'Without a baseline there is no stage, which is not stage 0.': 'Ilman lähtöarvoa ei ole vaihetta; se ei ole vaihe 0.',
  'Between two ages L, M and S are taken on the straight line; beyond the first and last there is no z-score.':
    'Kahden iän välillä L, M ja S luetaan suoralta; ensimmäisen ja viimeisen ulkopuolella z-pistettä ei ole.'
};
