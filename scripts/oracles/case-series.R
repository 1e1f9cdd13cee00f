# Self-controlled case series: every day of every person is a row; Poisson with a level for each person (glm), which has
# the likelihood of the conditional Poisson.
suppressMessages(library(jsonlite))
folder <- "tests/oracles/statistics"
set.seed(20260801)
simulate <- function(n, windows, cuts, effects, doses, base = 0.004) {
  people <- NULL; events <- NULL; exposures <- NULL
  for (person in 1:n) {
    start <- sample(0:60, 1); end <- start + sample(150:420, 1)
    at <- sort(sample(start:end, min(sample(0:doses, 1), doses)))
    people <- rbind(people, c(person, start, end))
    for (day in at) exposures <- rbind(exposures, c(person, day))
    rate <- base * exp(rnorm(1, 0, 0.5)) * rep(1, end - start + 1)
    for (day in at) for (w in seq_along(windows)) {
      days <- (day + windows[[w]][1]):(day + windows[[w]][2]); days <- days[days >= start & days <= end]
      rate[days - start + 1] <- rate[days - start + 1] * effects[w]
    }
    hit <- which(rpois(length(rate), rate) > 0)
    for (h in hit) events <- rbind(events, c(person, start + h - 1))
  }
  list(people = people, events = events, exposures = exposures)
}
fit <- function(d, windows, cuts) {
  rows <- NULL
  for (i in seq_len(nrow(d$people))) {
    person <- d$people[i, 1]; days <- d$people[i, 2]:d$people[i, 3]
    y <- as.vector(table(factor(d$events[d$events[, 1] == person, 2], levels = days)))
    if (sum(y) == 0) next
    risk <- rep(0, length(days))
    for (dose in sort(d$exposures[d$exposures[, 1] == person, 2])) for (w in rev(seq_along(windows))) {
      risk[days >= dose + windows[[w]][1] & days <= dose + windows[[w]][2]] <- w
    }
    rows <- rbind(rows, data.frame(person, days, y, risk, age = findInterval(days, cuts)))
  }
  a <- aggregate(cbind(y, time = 1) ~ person + risk + age, data = rows, FUN = sum)
  a$person <- factor(a$person); a$risk <- factor(a$risk, levels = 0:length(windows)); a$age <- factor(a$age, levels = 0:length(cuts))
  m <- glm(if (length(cuts)) y ~ risk + age + person + offset(log(time)) else y ~ risk + person + offset(log(time)),
    family = poisson, data = a, control = list(epsilon = 1e-14, maxit = 100))
  m0 <- update(m, . ~ . - risk); lr <- m0$deviance - m$deviance
  s <- summary(m)$coefficients
  of <- function(pattern) { r <- s[grepl(pattern, rownames(s)), , drop = FALSE]; list(estimate = as.vector(r[, 1]), se = as.vector(r[, 2])) }
  list(risk = of("^risk"), age = if (length(cuts)) of("^age") else NULL, test = c(lr, pchisq(lr, length(windows), lower.tail = FALSE)), persons = nlevels(a$person), events = sum(a$y),
       riskEvents = as.vector(tapply(a$y, a$risk, sum)), riskDays = as.vector(tapply(a$time, a$risk, sum)))
}
cases <- list()
add <- function(name, n, windows, cuts, effects, doses, base = 0.004) {
  d <- simulate(n, windows, cuts, effects, doses, base)
  columns <- function(x, names) setNames(lapply(seq_along(names), function(j) I(x[, j])), names)
  cases[[length(cases) + 1]] <<- list(name = name, input = list(people = columns(d$people, c("person", "start", "end")),
    events = columns(d$events, c("person", "day")), exposures = columns(d$exposures, c("person", "day")),
    windows = windows, cuts = I(cuts)), expected = fit(d, windows, cuts))
}
add("one window, one dose", 60, list(c(0, 27)), numeric(), 3, 1)
add("one window, three age bands", 70, list(c(1, 14)), c(120, 240), 2.5, 1)
add("two windows in a row", 80, list(c(0, 6), c(7, 27)), c(150), c(4, 1.5), 1)
add("repeated doses that overlap", 70, list(c(0, 41)), c(100, 200, 300), 2, 4)
add("a time before exposure of its own", 80, list(c(-14, -1), c(0, 20)), c(180), c(0.5, 3), 2)
add("two windows, repeated doses, four cuts", 120, list(c(0, 13), c(14, 41)), c(60, 120, 180, 300), c(3, 2), 3)
add("no effect", 60, list(c(0, 59)), c(200), 1, 1)
add("many events a person", 30, list(c(0, 29)), c(150), 2, 2, 0.02)
write(toJSON(list(about = "Self-controlled case series; days inclusive on both ends; a later dose takes over, within a dose the first window; cuts begin a band",
  source = "R 4.2.2 glm(poisson) with a level for each person", tolerance = list(rel = 1e-6), cases = cases),
  digits = I(15), auto_unbox = TRUE, na = "null"), file.path(folder, "r-case-series.json"))
